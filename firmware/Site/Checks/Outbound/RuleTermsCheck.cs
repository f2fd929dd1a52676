using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;
using Switchhook.Site.Outbound;

namespace Switchhook.Site.Checks.Outbound;

/// <summary>Checks for whom, when and where to outbound rules allow calls.</summary>
internal static class RuleTermsCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var terms in draft.Outbound.Select(rule => rule.Terms))
        {
            foreach (var phone in terms.Phones.Concat(terms.ExceptPhones).Where(phone => !draft.Phones.Has(phone.Value)))
            {
                SiteChecks.NoteUnknown(phone, "phone", "phones", draft.Phones, log);
            }

            if (terms.Hours is { } hours && !draft.Hours.Has(hours.Value))
            {
                SiteChecks.NoteUnknown(hours, "timetable", "hours", draft.Hours, log);
            }

            CheckBoth(terms, log);
            CheckCountries(terms, log);
        }
    }

    private static void CheckBoth(OutboundTermsDraft terms, MistakeLog log)
    {
        if (terms.ExceptPhones is [var except, ..] && terms.Phones.Count > 0)
        {
            log.Error(
                except.At,
                "The rule names the phones that it is for, and those that it is not for.",
                "Remove \"except-phones\": a rule with \"phones\" is for no other phone.");
        }
    }

    private static void CheckCountries(OutboundTermsDraft terms, MistakeLog log)
    {
        foreach (var code in terms.Countries.Where(code => !NumberPlan.IsCountry(code.Value)))
        {
            log.Error(
                code.At,
                $"There is no country \"{code.Value}\".",
                "Write its code of two capitals (ISO 3166), such as CA or GB; in quotes where it reads like a word: \"NO\".");
        }

        if (terms.Countries is [var first, ..] && !(terms.Allow ?? terms.Opened).Contains(NumberClass.International))
        {
            log.Error(
                first.At,
                "\"countries\" narrows calls to other countries, and the rule allows none.",
                terms.Allow is null ? "Add \"international: yes\"." : "Add international to \"allow\".");
        }
    }
}
