using Switchhook.Sip.Rtp.Sessions;

namespace Switchhook.Tests.Sip.Rtp.Sessions;

/// <summary>What threads hand over without a lock.</summary>
public sealed class HandOverTests
{
    [Fact]
    public void The_last_to_hold_a_gate_cleans_up()
    {
        var idle = new MediaGate();
        Assert.True(idle.CloseFirst());
        Assert.False(idle.TryEnter());
        Assert.False(idle.CloseFirst());

        var busy = new MediaGate();
        Assert.True(busy.TryEnter());
        Assert.False(busy.CloseFirst());
        Assert.True(busy.LeaveLast());
        Assert.False(busy.TryEnter());

        var open = new MediaGate();
        Assert.True(open.TryEnter());
        Assert.False(open.LeaveLast());
        Assert.True(open.TryEnter());
    }

    [Fact]
    public void Of_two_threads_exactly_one_cleans_up()
    {
        for (var i = 0; i < 200; i++)
        {
            var gate = new MediaGate();
            var cleaned = 0;
            var media = new Thread(() =>
            {
                while (gate.TryEnter())
                {
                    if (gate.LeaveLast())
                    {
                        Interlocked.Increment(ref cleaned);
                    }
                }
            });
            media.Start();
            if (gate.CloseFirst())
            {
                Interlocked.Increment(ref cleaned);
            }

            media.Join();
            Assert.Equal(1, cleaned);
        }
    }

    [Fact]
    public void A_value_is_read_whole_while_it_changes()
    {
        var published = new Published<(long, long, long, long)>();
        var isOver = false;
        var writer = new Thread(() =>
        {
            for (long i = 0; !Volatile.Read(ref isOver); i++)
            {
                published.Renew((i, i, i, i));
            }
        });
        writer.Start();
        for (var i = 0; i < 100_000; i++)
        {
            var (a, b, c, d) = published.Value;
            if (a != b || a != c || a != d)
            {
                Volatile.Write(ref isOver, true);
                Assert.Fail($"Read {a}, {b}, {c}, {d}.");
            }
        }

        Volatile.Write(ref isOver, true);
        writer.Join();
    }
}
