using Switchhook.Site;
using Switchhook.Site.Alerts;
using Switchhook.Site.Diff;

namespace Switchhook.Tests.Site;

public sealed class AlertTests
{
    private const string Alerts = """
        alerts:
          office: {relay: bell}
          manager: {webhook: "https://example.com/hook?key=4711", queues: [appointments], lines: [main-1]}
          boss: {mail: boss@example.com, server: smtp.example.com, port: 2525, user: box, from: box@example.com, lines: [main-1]}
          house: {mail: desk@example.com, server: 192.0.2.9, from: box@example.com, tls: no}

        """;

    private static SiteModel Site => With("", "");

    [Fact]
    public void All_keys_of_an_alert_are_read()
    {
        var alerts = Site.Alerts;
        Assert.Equal(new AlertConfig("office", new AlertWay.Relay("bell")), alerts["office"]);
        Assert.Equal(
            new AlertConfig("manager", new AlertWay.Webhook(new Uri("https://example.com/hook?key=4711")))
            {
                Queues = ["appointments"],
                Lines = ["main-1"],
            },
            alerts["manager"]);
        Assert.Equal(
            new AlertConfig("boss", new AlertWay.Mail("boss@example.com", "box@example.com", "smtp.example.com", 2525) { User = "box" })
            {
                Lines = ["main-1"],
            },
            alerts["boss"]);
        Assert.Equal(
            new AlertWay.Mail("desk@example.com", "box@example.com", "192.0.2.9", 587) { Tls = false }, alerts["house"].Way);
        Assert.Equal("alert/boss", alerts["boss"].Secret);
        Assert.Empty(QueueTexts.Site.Alerts);
    }

    [Fact]
    public void An_alert_that_names_nothing_is_about_all_and_others_about_what_they_name()
    {
        var (office, boss) = (Site.Alerts["office"], Site.Alerts["boss"]);
        Assert.True(office.IsAboutQueue("plain") && office.IsAboutLine("main-1"));
        Assert.True(boss.IsAboutLine("main-1"));
        Assert.False(boss.IsAboutLine("main-2") || boss.IsAboutQueue("appointments"));
    }

    [Theory]
    [InlineData("queues: [appointments], ", "", "Alert manager: queues appointments → none.")]
    [InlineData("port: 2525", "port: 25", "Alert boss: server smtp.example.com port 2525 → smtp.example.com port 25.")]
    [InlineData(", tls: no", "", "Alert house: TLS no → yes.")]
    [InlineData("  office: {relay: bell}\n", "", "Alert office is gone.")]
    public void A_changed_value_is_told_in_words(string old, string current, string sentence) =>
        Assert.Equal([sentence], SiteDiff.Between(Site, With(old, current)));

    [Fact]
    public void A_changed_webhook_is_told_without_what_is_as_good_as_a_password()
    {
        Assert.Empty(SiteDiff.Between(Site, Site));
        var sentence = Assert.Single(SiteDiff.Between(Site, With("key=4711", "key=4712")));
        Assert.StartsWith("Alert manager: webhook https://example.com/… (mark ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("key", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("hook?", sentence, StringComparison.Ordinal);
    }

    private static SiteModel With(string old, string current)
    {
        var result = SiteTexts.Read(QueueTexts.Whole + (old.Length > 0 ? Alerts.Replace(old, current, StringComparison.Ordinal) : Alerts));
        Assert.Empty(result.Mistakes);
        return result.Model!;
    }
}
