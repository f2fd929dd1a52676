using System.Text;
using Switchhook.Appliance.Reports;
using Switchhook.Site.Alerts;
using Switchhook.Testing;
using Switchhook.Web.Seams.Reports;

namespace Switchhook.Tests.Appliance.Alerts;

/// <summary>Reports as mail, to a server of the loopback interface.</summary>
public sealed class ReportPostTests
{
    private static readonly ReportMail Report = new(
        "report-1-202611230700",
        ["ana@example.com", "boss@example.com"],
        "Clinic: Desk",
        "Offered: 1",
        "<p>Offered: 1</p>",
        "queue-2026-11-22.csv",
        Encoding.UTF8.GetBytes("of,name\r\nqueue,desk\r\n"));

    private readonly List<string> _heard = [];

    [Fact]
    public async Task It_goes_to_all_receivers_as_text_and_HTML_with_its_table()
    {
        await using var server = new LoopbackServer(line => SpeakAsync(line, _ => "250 ok"));

        Assert.Equal(new ReportPosted(true, null), await SendAsync(Mail(server.Port)));

        Assert.Equal(["RCPT TO:<ana@example.com>", "RCPT TO:<boss@example.com>"], _heard.Where(one => one.StartsWith("RCPT", Exact)));
        Assert.Contains("Message-ID: <report-1-202611230700@example.com>", _heard, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("Subject: Clinic: Desk", _heard);
        Assert.Contains(_heard, one => one.StartsWith("Content-Type: text/html", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(_heard, one => one.Contains("queue-2026-11-22.csv", Exact));
        Assert.Contains(Convert.ToBase64String(Report.Csv.Span), string.Concat(_heard), Exact);
    }

    [Fact]
    public async Task A_receiver_who_is_refused_is_told_and_the_others_have_it()
    {
        await using var server = new LoopbackServer(
            line => SpeakAsync(line, command => command.Contains("boss", Exact) ? "550 nobody" : "250 ok"));

        var posted = await SendAsync(Mail(server.Port));

        Assert.True(posted.IsTaken);
        Assert.Contains("boss@example.com", posted.Trouble, Exact);
    }

    [Fact]
    public async Task When_all_are_refused_it_is_not_taken()
    {
        await using var server = new LoopbackServer(line => SpeakAsync(line, _ => "550 nobody"));

        var posted = await SendAsync(Mail(server.Port));

        Assert.False(posted.IsTaken);
        Assert.StartsWith("The mail server 127.0.0.1 did not take it: ", posted.Trouble, Exact);
    }

    [Fact]
    public async Task A_server_that_looks_into_it_for_minutes_has_it_once_and_one_that_never_answers_has_not()
    {
        var (time, looks, judges) = (new ManualTimeProvider(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new LoopbackServer(line => SpeakAsync(line, _ => "250 ok", () =>
        {
            looks.TrySetResult();
            return judges.Task;
        }));
        var post = new ReportPost(_ => null, time);

        var sending = post.SendAsync(new AlertConfig("boss", Mail(server.Port)), Report, CancellationToken.None);
        await looks.Task;
        time.Advance(TimeSpan.FromMinutes(9));
        judges.SetResult();
        Assert.Equal(new ReportPosted(true, null), await sending);

        judges = new TaskCompletionSource();
        looks = new TaskCompletionSource();
        sending = post.SendAsync(new AlertConfig("boss", Mail(server.Port)), Report, CancellationToken.None);
        await looks.Task;
        time.Advance(ReportPost.Limit);
        Assert.Equal(new ReportPosted(false, "The server did not take it within 10 minutes."), await sending);
        judges.SetResult();
    }

    [Fact]
    public async Task Without_its_password_nobody_is_called() => Assert.Equal(
        new ReportPosted(false, "Its password is missing. Set it with \"./appliance secret set alert/boss\"."),
        await SendAsync(Mail(9) with { Tls = true, User = "box" }));

    private const StringComparison Exact = StringComparison.Ordinal;

    private static AlertWay.Mail Mail(int port) => new("chief@example.com", "box@example.com", "127.0.0.1", port) { Tls = false };

    private static Task<ReportPosted> SendAsync(AlertWay.Mail way) =>
        new ReportPost(_ => null, new ManualTimeProvider()).SendAsync(new AlertConfig("boss", way), Report, CancellationToken.None);

    private async Task SpeakAsync(LoopbackServer.Line line, Func<string, string> answerToReceiver, Func<Task>? look = null)
    {
        await line.WriteAsync("220 loopback");
        while (await line.ReadAsync() is { } command)
        {
            _heard.Add(command);
            await line.WriteAsync(command.Split(' ')[0] switch
            {
                "RCPT" => answerToReceiver(command),
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            while (command == "DATA" && await line.ReadAsync() is { } text)
            {
                _heard.Add(text);
                if (text == ".")
                {
                    await (look?.Invoke() ?? Task.CompletedTask);
                    await line.WriteAsync("250 taken");
                    break;
                }
            }
        }
    }
}
