using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Switchhook.Appliance.Alerts;
using Switchhook.Flows.Queues.Alarms;
using Switchhook.Site.Alerts;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance.Alerts;

public sealed class WebhookTests : IDisposable
{
    private static readonly Alert Alarm = new(
        "Clinic", "sales", null, "Waiting", true, new DateTimeOffset(2026, 11, 23, 8, 0, 5, TimeSpan.Zero), "Queue sales: 6 callers wait.");

    private readonly ManualTimeProvider _time = new();
    private readonly AlertSender _sender;
    private readonly List<string> _requests = [];

    public WebhookTests() => _sender = new AlertSender(_ => null, _time);

    public void Dispose() => _sender.Dispose();

    [Fact]
    public async Task An_alert_is_posted_as_JSON()
    {
        await using var server = new LoopbackServer(line => AnswerAsync(line, "204 No Content"));
        Assert.Null(await SendAsync(server.Port));
        Assert.Equal(
            [
                "POST /hook HTTP/1.1",
                "Content-Type: application/json; charset=utf-8",
                """{"site":"Clinic","queue":"sales","alarm":"Waiting","on":true,"at":"2026-11-23T08:00:05+00:00","""
                    + "\"words\":\"Queue sales: 6 callers wait.\"}",
            ],
            _requests);
    }

    [Theory]
    [InlineData("500 Oh no", "The webhook answered with 500.")]
    [InlineData("302 Found\r\nLocation: /elsewhere", "The webhook answered with 302.")]
    public async Task An_answer_that_is_no_success_is_a_failure(string answer, string words)
    {
        await using var server = new LoopbackServer(line => AnswerAsync(line, answer));
        Assert.Equal(words, await SendAsync(server.Port));
        Assert.Equal(3, _requests.Count);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_10_s()
    {
        await using var server = new LoopbackServer(async line =>
        {
            while (await line.ReadAsync() is not null)
            {
            }
        });
        var sending = SendAsync(server.Port);
        await server.Heard.Task;
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal("There was no answer within 10 s.", await sending);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_a_failure_without_the_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal("The webhook cannot be reached (ConnectionError).", await SendAsync(port));
    }

    [Fact]
    public async Task Who_stops_the_box_is_not_kept_waiting()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(9, stop.Token));
    }

    private Task<string?> SendAsync(int port, CancellationToken cancel = default) => _sender.SendAsync(
        new AlertConfig("manager", new AlertWay.Webhook(new Uri($"http://127.0.0.1:{port}/hook"))), Alarm, cancel);

    private async Task AnswerAsync(LoopbackServer.Line line, string answer)
    {
        _requests.Add((await line.ReadAsync())!);
        var length = 0;
        while (await line.ReadAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
            {
                _requests.Add(header);
            }
            else if (header.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            {
                length = -1;
            }
            else if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header.Split(':')[1], CultureInfo.InvariantCulture);
            }
        }

        if (length < 0)
        {
            length = int.Parse((await line.ReadAsync())!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        _requests.Add(await line.ReadAsync(length));
        await line.WriteAsync($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n");
    }
}
