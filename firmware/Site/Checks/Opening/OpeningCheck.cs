using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Checks.Opening;

/// <summary>Checks holidays, exceptions and how night ends.</summary>
internal static class OpeningCheck
{
    private const string WriteThem = "write the days yourself in a set under \"holidays:\", and name the set in \"closed\"";

    // Where the public days are no matter of rules.
    private static readonly HashSet<string> ByDecree = new(StringComparer.Ordinal) { "CN" };

    /// <summary>Notes what is wrong.</summary>
    /// <param name="draft">The site.</param>
    /// <param name="country">Its country, where that is known.</param>
    /// <param name="context">Tells which day it is.</param>
    /// <param name="log">Takes the mistakes.</param>
    public static void Run(SiteDraft draft, Country? country, SiteContext context, MistakeLog log)
    {
        foreach (var hours in draft.Hours)
        {
            CheckClosed(hours, draft, country, log);
            CheckExceptions(hours, log);
        }

        CheckNight(draft, log);
        WarnOfThePast(draft, context, log);
    }

    private static void CheckClosed(HoursDraft hours, SiteDraft draft, Country? country, MistakeLog log)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var closed in hours.Closed)
        {
            if (!seen.Add(closed.Written))
            {
                log.Error(closed.At, $"\"{closed.Written}\" stands in \"closed\" already.", "Remove one of the two.");
            }
            else if (closed is ClosedDraft.Named { Set: var set } && !draft.Holidays.Has(set.Value))
            {
                SiteChecks.NoteUnknown(set, "set of days", "holidays", draft.Holidays, log);
            }
            else if (closed is ClosedDraft.Public holidays && country is not null)
            {
                CheckPublic(holidays, country, log);
            }
        }
    }

    private static void CheckPublic(ClosedDraft.Public holidays, Country country, MistakeLog log)
    {
        var region = holidays.Region ?? country.Code;
        if (!PublicHolidays.Knows(region))
        {
            NoteUnknown(holidays, region, country, log);
        }
        else if (holidays.Region is null && PublicHolidays.PartsOf(region) is { Count: > 0 } parts)
        {
            log.Warn(
                holidays.At,
                $"Some public holidays of {country.Name} hold in a part of it only, and are not among \"holidays\".",
                $"Name the part, or the country to have only what all share: \"holidays {parts[0]}\" or \"holidays {region}\".");
        }
    }

    private static void NoteUnknown(ClosedDraft.Public holidays, string region, Country country, MistakeLog log)
    {
        var code = region.Split('-')[0];
        if (PublicHolidays.Knows(code))
        {
            var parts = PublicHolidays.PartsOf(code);
            log.Error(
                holidays.At,
                $"There is no calendar of public holidays for \"{region}\", only for {code}{(parts.Count > 0 ? " and its parts" : "")}.",
                parts.Count > 0
                    ? $"Write one of {string.Join(", ", parts)}."
                    : $"Write \"holidays {code}\", and for further days {WriteThem}.");
            return;
        }

        var name = holidays.Region is null ? country.Name : $"\"{region}\"";
        log.Error(
            holidays.At,
            ByDecree.Contains(code)
                ? $"The public holidays of {name} are set by decree for each year, so the box has no calendar of them."
                : $"The box has no calendar of the public holidays of {name}.",
            $"Instead of \"{holidays.Written}\" {WriteThem}.");
    }

    private static void CheckExceptions(HoursDraft hours, MistakeLog log)
    {
        for (var i = 0; i < hours.Exceptions.Count; i++)
        {
            var days = hours.Exceptions[i].Days;
            var other = hours.Exceptions.Take(i).FirstOrDefault(
                one => one.Days.Value.End.HasValue == days.Value.End.HasValue && one.Days.Value.Meets(days.Value));
            if (other is not null)
            {
                log.Error(
                    days.At,
                    $"{days.Value.Written} has a day that {other.Days.Value.Written} in line {other.Days.At.Line} has too.",
                    "Name each day once; only a day with a year may stand beside one of every year, and wins over it.");
            }
        }
    }

    private static void CheckNight(SiteDraft draft, MistakeLog log)
    {
        if (draft.Night?.Ends is not { } ends)
        {
            return;
        }

        if (ends.Value != NightConfig.ByHandWord && !draft.Hours.Has(ends.Value))
        {
            log.Error(
                ends.At,
                $"\"{ends.Value}\" does not tell how night ends: there is no timetable of that name.",
                "Write \"by-hand\", or the timetable whose first opening of a day ends it.");
        }
        else if (ends.Value == NightConfig.ByHandWord && draft.Hours.FirstOrDefault(one => one.Name.Value == ends.Value) is { } hours)
        {
            log.Error(
                hours.Name.At,
                $"Night ends \"{ends.Value}\", and a timetable has the same name: nobody can tell which is meant.",
                "Give the timetable another name.");
        }
    }

    private static void WarnOfThePast(SiteDraft draft, SiteContext context, MistakeLog log)
    {
        if (draft.Head.TimeZone is not { } name || !TimeZoneInfo.TryFindSystemTimeZoneById(name.Value, out var zone))
        {
            return;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Time.GetUtcNow(), zone).DateTime);
        var dates = draft.Hours.SelectMany(hours => hours.Closed.OfType<ClosedDraft.On>().Select(closed => closed.Days)
                .Concat(hours.Exceptions.Select(one => one.Days)))
            .Concat(draft.Holidays.SelectMany(set => set.Days));
        foreach (var over in dates.Where(days => days.Value.End < today))
        {
            log.Warn(over.At, $"{over.Value.Written} is over.", "Remove it, or write the next one.");
        }
    }
}
