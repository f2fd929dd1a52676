using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Audit;
using Switchhook.Storage.Backup;
using Switchhook.Storage.Logs;
using Switchhook.Testing;
using Switchhook.Tests.Web.Api;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Seams.Care;

namespace Switchhook.Tests.Web.Care;

/// <summary>Log, backup and the machine, by page and API.</summary>
public sealed class CareTests
{
    private const string Passphrase = "four words to keep";

    [Fact]
    public async Task The_log_is_shown_as_text_and_filtered()
    {
        await using var web = await TestWeb.StartAsync();
        using (var book = new LogBook(web.Box.Folder, web.Box.Time))
        {
            book.Add(LogLevelName.Note, "box", "It starts.");
            book.Add(LogLevelName.Fault, "web", "<script>alert(1)</script>\nat a place");
        }

        var all = await PageAsync(web, "/logs");
        var faults = await PageAsync(web, "/logs?level=fault&text=alert");
        var wrong = await web.Browser().GetAsync("/logs?level=loud");
        var json = await web.Program().JsonAsync("/api/v1/logs?level=warning&limit=5");

        Assert.Contains("It starts.", all, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", all, StringComparison.Ordinal);
        Assert.DoesNotContain("It starts.", faults, StringComparison.Ordinal);
        Assert.Contains("at a place", faults, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("fault", Assert.Single(json.GetProperty("items").EnumerateArray()).Text("level"));
    }

    [Fact]
    public async Task A_backup_by_page_is_streamed_kept_in_the_audit_log_and_restores()
    {
        await using var web = await TestWeb.StartAsync();
        using var folder = new TempFolder();
        web.Box.Ring();

        var answer = await web.Browser().SubmitAsync("/backup", "/backup", ("passphrase", Passphrase), ("again", Passphrase));
        await File.WriteAllBytesAsync(folder.File("one.backup"), await answer.Content.ReadAsByteArrayAsync());
        var restored = BackupReader.Restore(folder.File("one.backup"), Passphrase, folder.File("new"), CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith(".backup", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal("0.1.0+test", restored.About.Version);
        Assert.True(File.Exists(folder.File("new/switchhook.db")));
        Assert.Contains(("Made a backup", FakeBox.Owner, 200), Log(web));
    }

    [Fact]
    public async Task A_backup_by_the_api_needs_a_passphrase_that_is_fit()
    {
        await using var web = await TestWeb.StartAsync();
        using var folder = new TempFolder();

        var answer = await web.Program().PostAsJsonAsync("/api/v1/backup", new { passphrase = Passphrase });
        await File.WriteAllBytesAsync(folder.File("one.backup"), await answer.Content.ReadAsByteArrayAsync());
        var weak = await web.Program().PostAsJsonAsync("/api/v1/backup", new { passphrase = "short" });
        var differs = await web.Browser().SubmitAsync("/backup", "/backup", ("passphrase", Passphrase), ("again", "something else"));

        Assert.NotEmpty(BackupReader.Verify(folder.File("one.backup"), Passphrase, CancellationToken.None).Files);
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        Assert.Contains("12 to 200 characters", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, differs.StatusCode);
        Assert.Contains("not the same", await differs.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Passphrase, string.Join('\n', Log(web)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_box_starts_anew_only_when_an_admin_says_so()
    {
        await using var web = await TestWeb.StartAsync();
        var installer = web.Browser("Ina", new Rights(Role.Installer));

        var started = StartedOf(await PageAsync(web, "/system"));
        var unsure = await web.Browser().SubmitAsync("/system", "/system/restart", started);
        Assert.Equal((HttpStatusCode.BadRequest, 0), (unsure.StatusCode, web.Box.Care.Restarts));
        var notAllowed = await installer.SubmitAsync("/account", "/system/restart", ("sure", "yes"), started);
        Assert.Equal((HttpStatusCode.Forbidden, 0), (notAllowed.StatusCode, web.Box.Care.Restarts));
        var done = await web.Browser().SubmitAsync("/system", "/system/restart", ("sure", "yes"), started);
        Assert.Contains("data-comes-back=\"/system\"", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await web.Program().PostAsync("/api/v1/system/restart", null);

        Assert.Equal(2, web.Box.Care.Restarts);
        Assert.Contains(("Started the box anew", FakeBox.Owner, 200), Log(web));
        var page = await (await installer.GetAsync("/system")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("Start the box anew", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_of_a_restart_that_is_loaded_again_starts_nothing_anew()
    {
        await using var web = await TestWeb.StartAsync();
        var browser = web.Browser();
        var started = StartedOf(await PageAsync(web, "/system"));
        await browser.SubmitAsync("/system", "/system/restart", ("sure", "yes"), started);
        web.Box.Care.StartedAt += TimeSpan.FromSeconds(9);

        var again = await browser.SubmitAsync("/system", "/system/restart", ("sure", "yes"), started);

        Assert.Equal((HttpStatusCode.SeeOther, "/system"), (again.StatusCode, again.Headers.Location!.ToString()));
        Assert.Equal(1, web.Box.Care.Restarts);
    }

    [Fact]
    public async Task Figures_of_the_machine_have_the_sign_of_the_country()
    {
        await using var web = await TestWeb.StartAsync();
        var port = web.Box.Site.Model.Phones.Values.First(phone => phone.Port is not null).Port!;
        web.Box.Care.Ports[port] = new PortMeasures(true, 48.5, 20.25, null, []);
        web.Box.Site.Model = web.Box.Site.Model with { Country = "DE" };

        Assert.Matches("[0-9],[0-9] [MG]B", await PageAsync(web, "/system"));
        Assert.DoesNotMatch("[0-9]\\.[0-9]+ ([MG]B|°C)|<dd>[0-9]+\\.[0-9]{2}, ", await PageAsync(web, "/system"));
        Assert.Contains("48,5 V, 20,3 mA", await PageAsync(web, "/lines"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_machine_is_told()
    {
        await using var web = await TestWeb.StartAsync();
        web.Box.Ring();

        var system = await web.Program().JsonAsync("/api/v1/system");
        var page = await PageAsync(web, "/system");

        Assert.Equal(1, system.GetProperty("callsNow").GetInt32());
        Assert.True(system.GetProperty("machine").GetProperty("diskFree").GetInt64() > 0);
        Assert.True(system.GetProperty("machine").GetProperty("memoryTotal").GetInt64() > 0);
        Assert.True(system.GetProperty("database").GetProperty("bytes").GetInt64() > 0);
        Assert.Contains("The box had stopped in good order.", page, StringComparison.Ordinal);
        Assert.Contains("audio clock: ticks", page, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, system.GetProperty("figures").ValueKind);
    }

    private static IEnumerable<(string What, string Who, int Status)> Log(TestWeb web) =>
        new AuditStore(web.Box.Backend.Database, web.Box.Time).List(new AuditQuery(50))
            .Select(entry => (entry.What, entry.Who, entry.Status));

    private static (string Name, string Value) StartedOf(string page) => FormFields.Of(page).First(field => field.Name == "started");

    private static async Task<string> PageAsync(TestWeb web, string path)
    {
        var answer = await web.Browser().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
