using System.Collections.Immutable;
using Switchhook.Site;

namespace Switchhook.Flows.Voicemail;

/// <summary>All codes of mailboxes that can be dialled on a site. Pure.</summary>
public static class VoicemailCodes
{
    /// <summary>What each code means, by the digits that are dialled; none on a site without mailboxes.</summary>
    public static ImmutableSortedDictionary<string, VoicemailAction> Of(SiteModel site)
    {
        var codes = ImmutableSortedDictionary.CreateBuilder<string, VoicemailAction>(StringComparer.Ordinal);
        if (!site.Voicemail.IsEmpty)
        {
            codes["*97"] = new VoicemailAction.HearOwn();
            foreach (var phone in site.Phones.Keys)
            {
                codes["*98" + phone] = new VoicemailAction.HearOf(phone);
            }
        }

        return codes.ToImmutable();
    }
}
