using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>Writes the journal of a hunt group by hand: who called when, and what came of it.</summary>
internal sealed class ShadowScript
{
    /// <summary>A Monday, 9:00.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<(DateTimeOffset At, JournalEntry Entry)> _events = [];
    private int _calls;

    /// <summary>All that was written, in the order of time.</summary>
    public IReadOnlyList<JournalEvent> Journal =>
        [.. _events.OrderBy(one => one.At).Select((one, index) => new JournalEvent(index + 1, one.At, one.Entry))];

    /// <summary>A caller whom a phone answers.</summary>
    public ShadowScript Answered(double at, string phone, double ring, double talk)
    {
        var call = Begin(at, phone);
        Write(at + ring, new LegAnswered(call, $"{call}-2", Party.Phone(phone)));
        Write(at + ring, new CallConnected(call, Party.Phone(phone)));
        Write(at + ring + talk, new LegEnded(call, $"{call}-2", Party.Phone(phone), Cause.FarEnd));
        return End(call, at + ring + talk, Cause.HungUp("The caller"));
    }

    /// <summary>A caller who hangs up while a phone rings.</summary>
    public ShadowScript GaveUp(double at, string phone, double wait)
    {
        var call = Begin(at, phone);
        Write(at + wait, new LegEnded(call, $"{call}-2", Party.Phone(phone), new Cause(CauseCode.HungUp, "The caller gave up.")));
        return End(call, at + wait, Cause.HungUp("The caller"));
    }

    /// <summary>A caller for whom a phone rings out, who is told so and then hangs up or is hung up.</summary>
    public ShadowScript Nobody(double at, string phone, double wait, CauseCode cause)
    {
        var call = Begin(at, phone);
        Write(at + wait, new LegEnded(call, $"{call}-2", Party.Phone(phone), Cause.NoAnswer));
        Write(at + wait, new StepTaken(call, "ring", "Nobody of group office answered."));
        Write(at + wait, new StepTaken(call, "play", "Plays prompt sorry."));
        return End(call, at + wait + 8, new Cause(cause, "Over."));
    }

    /// <summary>A caller who finds all phones in use, and hangs up.</summary>
    public ShadowScript AllBusy(double at, double wait)
    {
        var call = Open(at);
        Write(at, new StepTaken(call, "ring", "Phone 101 is passed over: it is in a call."));
        return End(call, at + wait, Cause.HungUp("The caller"));
    }

    /// <summary>Someone at a phone calls someone outside.</summary>
    public ShadowScript OwnCall(double at, string phone, double talk)
    {
        var call = new CallId($"call-{++_calls}");
        Write(at, new CallStarted(call, CallDirection.Outbound, Party.Phone(phone), null, null, "", "9555"));
        Write(at, new LegStarted(call, $"{call}-1", Party.Phone(phone), LegOrigin.Party, "Dials."));
        Write(at + talk, new LegEnded(call, $"{call}-1", Party.Phone(phone), Cause.FarEnd));
        return End(call, at + talk, Cause.FarEnd);
    }

    public ShadowScript Phone(double at, string phone, PhoneStatus status) => Write(at, new PhoneChanged(phone, status, "So it is."));

    private CallId Open(double at)
    {
        var call = new CallId($"call-{++_calls}");
        Write(at, new CallStarted(call, CallDirection.Inbound, Party.Line("main-1"), "3125550142", null, "", null));
        Write(at, new LegStarted(call, $"{call}-1", Party.Line("main-1"), LegOrigin.Party, "Rings."));
        Write(at, new StepTaken(call, "flow", "The call goes through flow day."));
        return call;
    }

    private CallId Begin(double at, string phone)
    {
        var call = Open(at);
        Write(at, new LegStarted(call, $"{call}-2", Party.Phone(phone), LegOrigin.Box, $"Rings phone {phone}."));
        return call;
    }

    private ShadowScript End(CallId call, double at, Cause cause) => Write(at, new CallEnded(call, cause));

    private ShadowScript Write(double at, JournalEntry entry)
    {
        _events.Add((Start.AddSeconds(at), entry));
        return this;
    }
}
