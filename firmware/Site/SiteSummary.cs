namespace Switchhook.Site;

/// <summary>Says in two sentences what a site is, for the journal and the terminal.</summary>
public static class SiteSummary
{
    /// <summary>"Maple Street Clinic (US): 4 lines, 4 phones, 1 hunt group and 1 flow. All calls are recorded."</summary>
    public static string Of(SiteModel site)
    {
        string[] trunks = site.Trunks.Count > 0 ? [Words.Count(site.Trunks.Count, "trunk")] : [];
        string[] queues =
            site.Queues.Count > 0 ? [Words.Count(site.Queues.Count, "queue"), Words.Count(site.Agents.Count, "agent")] : [];
        string[] parts =
        [
            Words.Count(site.Lines.Count, "line"),
            .. trunks,
            Words.Count(site.Phones.Count, "phone") + BySip(site),
            Words.Count(site.Groups.Count, "hunt group"),
            .. queues,
            Words.Count(site.Flows.Count, "flow"),
            Words.Count(site.Prompts.Count, "prompt"),
            Words.Count(site.Outbound.Length, "rule") + " for calls out",
        ];
        var recorded = site.Record switch
        {
            RecordPolicy.None => "No call is recorded.",
            RecordPolicy.Outside => "Calls over exchange lines are recorded.",
            RecordPolicy.All => "All calls are recorded.",
        };
        return $"{site.Name} ({site.Country}): {Words.Join(parts)}. {recorded}";
    }

    private static string BySip(SiteModel site) =>
        site.Phones.Values.Count(phone => phone.Sip is not null) is > 0 and var count ? $" ({count} by SIP)" : "";
}
