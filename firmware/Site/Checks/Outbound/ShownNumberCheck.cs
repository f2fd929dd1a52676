using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Outbound;

namespace Switchhook.Site.Checks.Outbound;

/// <summary>Checks the numbers that calls out show: only trunks tell them, and providers take only those that are the customer's.</summary>
internal static class ShownNumberCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var rule in draft.Outbound)
        {
            if (rule.Terms.Show is not { } show)
            {
                continue;
            }

            var lines = rule.Overs
                .SelectMany(over => draft.LineGroups.Where(group => group.Name.Value == over.Value))
                .SelectMany(group => group.Lines ?? [])
                .Select(line => line.Value)
                .ToHashSet(StringComparer.Ordinal);
            if (Check(show, [.. draft.Trunks.Where(trunk => lines.Contains(trunk.Name.Value))], log)
                && draft.Lines.Any(line => lines.Contains(line.Name.Value)))
            {
                log.Warn(
                    show.At,
                    "A line of the exchange shows its own number, whatever \"show\" says.",
                    "Leave lines out of the rule's groups where that matters; else nothing is to be done.");
            }
        }

        foreach (var show in draft.Phones.Select(phone => phone.Show).OfType<Located<string>>())
        {
            if (Check(show, draft.Trunks, log) && draft.Trunks.Count == 0)
            {
                log.Warn(show.At, "The site has no trunk, and a line of the exchange shows its own number.", "Remove \"show\".");
            }
        }
    }

    // False when it cannot be.
    private static bool Check(Located<string> show, IReadOnlyList<TrunkDraft> trunks, MistakeLog log)
    {
        if (ShownNumber.Parse(show.Value) is not { } shown)
        {
            log.Error(
                show.At,
                $"\"{show.Value}\" cannot be shown to whom is called.",
                $"Write a number with + and the country code, such as \"+1 312 555 0100\", or \"{ShownNumber.Anonymous}\".");
            return false;
        }

        var others = trunks.Where(trunk => shown.Number is not null && !NumbersOf(trunk).Contains(shown.Number)).ToList();
        var silent = others.FirstOrDefault(trunk => NumbersOf(trunk).Count == 0);
        if (silent is not null)
        {
            log.Warn(
                show.At,
                $"The site file does not tell the numbers of trunk {silent.Name.Value}: its provider may refuse calls that show {shown}.",
                "Tell them by the keys \"number\" and \"numbers\" of the trunk.");
        }
        else if (others.Count > 0 && others.Count == trunks.Count)
        {
            log.Error(
                show.At,
                $"{shown} is no number of {string.Join(" or ", others.Select(trunk => $"trunk {trunk.Name.Value}"))}.",
                $"Add it to \"numbers\" of the trunk, or write one of: {string.Join(", ", others.SelectMany(NumbersOf).Take(10))}.");
            return false;
        }
        else if (others.Count > 0)
        {
            log.Warn(
                show.At,
                $"{shown} is no number of trunk {others[0].Name.Value}: calls over it show its own number.",
                "Add it to \"numbers\" of that trunk too, if it is one of its.");
        }

        return true;
    }

    private static IReadOnlyList<string> NumbersOf(TrunkDraft trunk) =>
    [
        .. trunk.Numbers.Select(Located<string>? (number) => number.Number).Prepend(trunk.Number).OfType<Located<string>>()
            .Select(number => PhoneNumber.Normalize(number.Value)).OfType<string>(),
    ];
}
