using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks.Network;

/// <summary>Checks the numbers under <c>numbers</c> of the trunks. Those of other countries are no mistake: providers sell them.</summary>
internal static class TrunkNumberCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        foreach (var trunk in draft.Trunks)
        {
            Check(trunk, country, log);
        }
    }

    private static void Check(TrunkDraft trunk, Country? country, MistakeLog log)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var number in trunk.Numbers.Select(did => did.Number))
        {
            if (PhoneNumber.Normalize(number.Value) is not { } normal)
            {
                NumberCheck.NoteWrong(number, country, log);
            }
            else if (!seen.TryAdd(normal, number.At))
            {
                log.Error(
                    number.At, $"{normal} is among the numbers already (line {seen[normal].Line}).", "Remove one of the two.");
            }
        }
    }
}
