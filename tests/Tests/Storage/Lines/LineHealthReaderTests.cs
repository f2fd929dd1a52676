using Dapper;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage.Lines;

namespace Switchhook.Tests.Storage.Lines;

/// <summary>When lines were down, and their calls, as the journal has them.</summary>
public sealed class LineHealthReaderTests : IDisposable
{
    private readonly StoreBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_line_is_down_until_the_next_change_also_where_the_clock_was_set_back_after_it()
    {
        var began = _box.Time.GetUtcNow();
        Tell("main-1", LineStatus.NoBattery);
        _box.Time.Advance(TimeSpan.FromMinutes(5));
        Tell("main-1", LineStatus.Idle);
        Tell("main-1", LineStatus.Ringing);
        _box.Store.WritePending();
        _box.Database.Write((connection, _) => connection.Execute(
            "update journal set at = @at where seq = (select max(seq) from journal)",
            new { at = began.AddMinutes(1).ToUnixTimeMilliseconds() }));

        Assert.Equal(began.AddMinutes(5), Assert.Single(Read("main-1").Downs).Until);
    }

    [Fact]
    public void A_line_that_goes_up_and_down_hides_no_other()
    {
        var call = new CallId("call-1");
        Tell("main-2", LineStatus.NoBattery);
        _box.Journal.Append(new LegEnded(call, "x-0", Party.Line("main-2"), new Cause(CauseCode.NoLine, "No dial tone.")));
        for (var i = 0; i < 5001; i++)
        {
            _box.Time.Advance(TimeSpan.FromSeconds(1));
            Tell("main-1", i % 2 == 0 ? LineStatus.NoBattery : LineStatus.OutOfOrder);
            _box.Journal.Append(new LegEnded(call, "x-1", Party.Line("main-1"), new Cause(CauseCode.NoLine, "No dial tone.")));
            if (i % 50 == 0)
            {
                _box.Store.WritePending();
            }
        }

        Assert.Equal((LineHealthReader.Most, LineHealthReader.Most), (Read("main-1").Downs.Count, Read("main-1").Troubles.Count));
        Assert.Equal((1, 1), (Read("main-2").Downs.Count, Read("main-2").Troubles.Count));
    }

    [Fact]
    public void A_status_that_goes_on_over_a_restart_is_one_outage()
    {
        var began = _box.Time.GetUtcNow();
        foreach (var status in new[] { LineStatus.NoBattery, LineStatus.NoBattery, LineStatus.Idle, LineStatus.NoBattery })
        {
            Tell("main-1", status);
            _box.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(
            [(began.AddMinutes(3), null), (began, began.AddMinutes(2))],
            Read("main-1").Downs.Select(down => (down.At, down.Until)));
    }

    [Fact]
    public void A_caller_who_is_forwarded_out_by_the_same_trunk_is_one_call()
    {
        var (call, trunk) = (new CallId("call-1"), Party.Trunk("voip"));
        _box.Journal.Append(new CallStarted(call, CallDirection.Inbound, trunk, "+13125550142", null, "x", null));
        _box.Journal.Append(new LegStarted(call, "leg-1", trunk, LegOrigin.Party, "The caller."));
        _box.Journal.Append(new LegStarted(call, "leg-2", trunk, LegOrigin.Box, "Forwarded."));

        var calls = Read("voip").Calls;

        Assert.Equal((1, 1, 1, 1), (calls.Today, calls.Month, calls.Inbound, calls.WithNumber));
    }

    private void Tell(string line, LineStatus status) => _box.Journal.Append(new LineChanged(line, status, "x"));

    private LineHealth Read(string line)
    {
        _box.Store.WritePending();
        var now = _box.Time.GetUtcNow();
        return Assert.Single(new LineHealthReader(_box.Database).Read([line], now, now.AddHours(-3)));
    }
}
