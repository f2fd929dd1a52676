using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Flows.Trial;
using Switchhook.Hardware.Countries;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.ExampleSites;

/// <summary>The example sites are right, and callers on paper come to where their notes say.</summary>
public sealed class ExampleSiteTests
{
    [Theory]
    [InlineData(ExampleSite.Clinic, "Lakeside Family Clinic (US): 4 lines, 4 phones,")]
    [InlineData(ExampleSite.TicketOffice, "Old Dock Theatre (GB): 4 lines, 4 phones,")]
    [InlineData(ExampleSite.TeleShop, "Teehaus Elbe (DE): 4 lines, 4 phones,")]
    [InlineData(ExampleSite.TownHall, "Town Hall of Maple Harbour (CA): 4 lines, 4 phones,")]
    public void An_example_has_neither_mistakes_nor_warnings(string name, string summary)
    {
        var result = ExampleSite.Read(name);
        Assert.Empty(result.Mistakes);
        Assert.StartsWith(summary, SiteSummary.Of(result.Model!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2026-11-24T10:00 press 1", "The caller waits in queue appointments.")]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2026-11-24T10:00 press 2 2", "Phones 102, 101 ring (ring-all).")]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2026-11-24T10:00 press 104", "Phone 104 rings for 20 s: Dr. Rivera.")]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2026-11-24T12:30 press 1", "+13125550177 is called over outside.")]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2026-12-24T11:59", "Phones 101, 103 ring (in-order).")]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2026-12-24T12:00", "The call is over: Flow after-hours has no more steps.")]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2026-11-26T10:00", "The clinic is closed for the holiday.")]
    [InlineData(ExampleSite.Clinic, "3125550142 at 2027-03-16T10:00", "The clinic is closed for the holiday.")]
    [InlineData(ExampleSite.Clinic, "3125550666 at 2026-11-24T10:00", "The call is over: Flow entrance hangs up.")]
    [InlineData(ExampleSite.TicketOffice, "02079460999 at 2026-11-24T11:00 press 1 40071 2", "2026-11-20, as date")]
    [InlineData(ExampleSite.TicketOffice, "02079460999 at 2026-11-24T11:00 press 1 40072 2", "86.50, as money")]
    [InlineData(ExampleSite.TicketOffice, "02079460999 at 2026-11-24T11:00 press 1 99999", "The caller waits in queue tickets.")]
    [InlineData(ExampleSite.TicketOffice, "02079460999 at 2026-12-31T21:00 press 2", "The caller waits in queue tickets.")]
    [InlineData(
        ExampleSite.TicketOffice, "02079460999 at 2026-12-25T11:00",
        "The caller can leave a message in mailbox box-office; who stays on the line goes on.")]
    [InlineData(ExampleSite.TicketOffice, "02079460999 on 4 at 2026-12-25T03:00", "Phone 204 rings for 30 s: Stage door.")]
    [InlineData(
        ExampleSite.TeleShop, "04066969801 at 2026-11-24T10:00 press 1",
        "Schön, dass Sie wieder anrufen. Sie sind gleich an der Reihe.")]
    [InlineData(ExampleSite.TeleShop, "04066969850 at 2026-11-24T10:00 press 1 1001 2", "The caller waits in queue complaints.")]
    [InlineData(
        ExampleSite.TeleShop, "04066969666 at 2026-11-24T10:00",
        "Bitte schreiben Sie uns zu Ihrer offenen Rechnung. Auf Wiederhören.")]
    [InlineData(
        ExampleSite.TeleShop, "04066969801 at 2026-12-28T14:00",
        "Unser Bestelltelefon ist zurzeit nicht besetzt. Sie können Ihre Bestellung nach dem Ton aufsprechen.")]
    [InlineData(ExampleSite.TownHall, "6045550142 at 2026-11-24T10:00 press 1 1 1", "The caller waits in queue permits.")]
    [InlineData(ExampleSite.TownHall, "6045550142 at 2026-11-24T10:00 press 2", "欢迎致电枫港镇政府。")]
    [InlineData(ExampleSite.TownHall, "6045550142 on 4 at 2026-11-24T10:00", "欢迎致电枫港镇政府。")]
    [InlineData(ExampleSite.TownHall, "6045550142 at 2026-11-24T07:30 press 1 3", "Phone 304 rings for 30 s: Works yard.")]
    [InlineData(
        ExampleSite.TownHall, "6045550142 night at 2026-11-24T07:30 press 2 1",
        "镇政府现已下班。留言请按1，道路受阻请按3。")]
    public async Task A_caller_on_paper_comes_there(string name, string caller, string words)
    {
        var site = ExampleSite.Model(name);
        var request = TrialReader.Read(caller, site, out var mistake);
        Assert.Null(mistake);
        var result = await FlowTrial.RunAsync(
            new SiteInForce(site, CountryTable.Get(site.Country), PromptLibrary.Empty),
            request!,
            new ManualTimeProvider().GetUtcNow(),
            ExampleSite.Tables(name));
        Assert.Contains(words, result.Lines.Select(line => line.Words));
    }
}
