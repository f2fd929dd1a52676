using Switchhook.Site;
using Switchhook.Site.Diff;
using Switchhook.Site.Voicemail;

namespace Switchhook.Tests.Site;

/// <summary>Mailboxes in the site file.</summary>
public sealed class VoicemailTests
{
    private const string Boxes = """
        voicemail:
          front-desk: {phones: [101, 102], name: Reception, greeting: closed, keep: 30 days, longest: 2 min, most: 20, pin: secret}
          ana: {agent: ana}
          both: {group: desk, queue: appointments, work: yes, keep: 12 h}

        """;

    private static readonly string[] Names = ["front-desk", "ana", "both"];

    private static SiteModel Site => With("", "");

    [Fact]
    public void All_keys_of_a_mailbox_are_read()
    {
        var boxes = Site.Voicemail;
        Assert.Equal(
            new VoicemailConfig("front-desk", "Reception")
            {
                Phones = ["101", "102"],
                Greeting = "closed",
                Keep = TimeSpan.FromDays(30),
                Longest = TimeSpan.FromMinutes(2),
                Most = 20,
                Pin = VoicemailPin.Secret,
            },
            boxes["front-desk"]);
        Assert.Equal(
            new VoicemailConfig("both", "both")
            {
                Group = "desk",
                Queue = "appointments",
                IsWork = true,
                Keep = TimeSpan.FromHours(12),
            },
            boxes["both"]);
        Assert.Equal("voicemail/front-desk", boxes["front-desk"].Secret);
        Assert.Empty(QueueTexts.Site.Voicemail);
    }

    [Fact]
    public void What_is_left_out_gets_its_default() => Assert.Equal(
        new VoicemailConfig("ana", "ana")
        {
            Agent = "ana",
            Keep = TimeSpan.FromDays(90),
            Longest = TimeSpan.FromMinutes(3),
            Most = 100,
            Pin = VoicemailPin.No,
        },
        Site.Voicemail["ana"]);

    [Fact]
    public void Messages_go_by_the_mail_of_an_alert()
    {
        const string Alerts = """
            alerts:
              office: {mail: a@example.com, server: smtp.example.com, from: box@example.com}
              hook: {webhook: "https://example.com/hook"}

            """;
        const string Begin = "voicemail:\n  front-desk: {";
        var mails = With(Begin, $"{Alerts}{Begin}mail: office, ");
        Assert.Equal("office", mails.Voicemail["front-desk"].Mail);
        Assert.Contains("Mailbox front-desk: mail none → office.", SiteDiff.Between(Site, mails));
        Assert.Equal(
            "Mailbox front-desk sends its messages by alert hook, which sends no mail.",
            Assert.Single(Read(Begin, $"{Alerts}{Begin}mail: hook, ").Mistakes).What);
        Assert.Contains(
            "nobody", Assert.Single(Read(Begin, $"{Alerts}{Begin}mail: nobody, ").Mistakes).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_hyphen_is_said_without_it() =>
        Assert.Equal("front desk", With("name: Reception, ", "").Voicemail["front-desk"].DisplayName);

    [Theory]
    [InlineData("keep: 30 days", "keep: 7 days", "Mailbox front-desk: keep 30 days → 7 days.")]
    [InlineData("phones: [101, 102]", "phones: [102]", "Mailbox front-desk: phones 101 102 → 102.")]
    [InlineData("pin: secret", "pin: no", "Mailbox front-desk: PIN secret → no.")]
    [InlineData(", work: yes", "", "Mailbox both: work of the queue yes → no.")]
    [InlineData("  ana: {agent: ana}\n", "", "Mailbox ana is gone.")]
    public void A_changed_value_is_told_in_words(string old, string current, string sentence) =>
        Assert.Contains(sentence, SiteDiff.Between(Site, With(old, current)));

    [Fact]
    public void A_phone_on_a_port_tells_of_messages_as_the_file_says()
    {
        Assert.Equal([MessageLampKind.Stutter, MessageLampKind.Fsk], Site.Phones["101"].MessageLamp);
        var result = SiteTexts.Read(QueueTexts.Whole.Replace("port: fxs1,", "port: fxs1, message-lamp: [fsk],", StringComparison.Ordinal));
        Assert.Equal([MessageLampKind.Fsk], result.Model!.Phones["101"].MessageLamp);
        Assert.Equal(["Phone 101: message lamp stutter fsk → fsk."], SiteDiff.Between(QueueTexts.Site, result.Model!));
        var wrong = SiteTexts.Read(QueueTexts.Whole.Replace("port: fxs1,", "port: fxs1, message-lamp: [lamp],", StringComparison.Ordinal));
        Assert.Equal("A phone cannot tell of messages by \"lamp\".", Assert.Single(wrong.Mistakes).What);
    }

    [Theory]
    [InlineData("most: 20", "most: 0", "\"most\" must be a whole number, not \"0\".")]
    [InlineData("keep: 30 days", "keep: 10 min", "\"keep\" is shorter than it may be: \"10 min\".")]
    [InlineData("keep: 30 days", "keep: 367 days", "\"keep\" must be a time with a unit, not \"367 days\".")]
    [InlineData("pin: secret", "pin: 1234", "\"pin\" cannot be \"1234\".")]
    [InlineData("greeting: closed", "greeting: clsed", "There is no prompt \"clsed\".")]
    [InlineData("[101, 102]", "[101, 101]", "Mailbox front-desk has phone 101 twice.")]
    [InlineData("[101, 102]", "[]", "Mailbox front-desk does not say whose it is.")]
    [InlineData("{agent: ana}", "{agent: anna}", "There is no agent \"anna\".")]
    [InlineData("{agent: ana}", "{}", "Mailbox ana does not say whose it is.")]
    [InlineData("queue: appointments, ", "", "Messages of mailbox both should become work, and it belongs to no queue.")]
    [InlineData("{agent: ana}", "{agent: ana, mailto: x}", "Mailbox ana has no key \"mailto\".")]
    public void What_is_wrong_is_told_with_its_cure(string old, string current, string what)
    {
        var result = Read(old, current);
        Assert.Null(result.Model);
        var mistake = Assert.Single(result.Mistakes);
        Assert.Equal(what, mistake.What);
        Assert.Matches("^[A-Z].*[.)]$", mistake.Cure);
    }

    private static SiteModel With(string old, string current)
    {
        var result = Read(old, current);
        Assert.Empty(result.Mistakes);
        return result.Model!;
    }

    private static SiteResult Read(string old, string current)
    {
        var boxes = old.Length > 0 ? Boxes.Replace(old, current, StringComparison.Ordinal) : Boxes;
        var used = Names.Where(name => boxes.Contains($"  {name}: {{", StringComparison.Ordinal))
            .Select(name => $"{{voicemail: {name}}}, ");
        var text = QueueTexts.Whole
            .Replace("phones:\n", "phones:\n  102: {port: fxs2, name: Nurse, place: Room 3}\n", StringComparison.Ordinal)
            .Replace("sorry: [play: closed, ", $"sorry: [play: closed, {string.Concat(used)}", StringComparison.Ordinal);
        return SiteTexts.Read(text + boxes);
    }
}
