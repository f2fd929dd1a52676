using Switchhook.Sip.Transactions.Machines;

namespace Switchhook.Tests.Sip.Transactions.Machines;

/// <summary>Plays events to one machine at given moments, and fires its deadlines on the way as the layer does.</summary>
internal sealed class MachineScript
{
    private readonly Func<TransactionState, TransactionEvent, TimeSpan, TransactionTimes, TransactionStep> _step;
    private readonly List<(double Seconds, TransactionActions Actions)> _log = [];
    private TransactionState _state;

    private MachineScript(
        TransactionStep begin,
        Func<TransactionState, TransactionEvent, TimeSpan, TransactionTimes, TransactionStep> step)
    {
        _step = step;
        Take(begin);
    }

    public TransactionPhase Phase => _state.Phase;

    public TimeSpan Now { get; private set; }

    /// <summary>What the machine did by itself and otherwise, with its second.</summary>
    public IReadOnlyList<(double Seconds, TransactionActions Actions)> Log => _log;

    public static MachineScript ClientInvite(bool reliable = false) =>
        new(ClientInviteMachine.Begin(reliable, TimeSpan.Zero, TransactionTimes.Standard), ClientInviteMachine.Step);

    public static MachineScript Client(bool reliable = false) =>
        new(ClientMachine.Begin(reliable, TimeSpan.Zero, TransactionTimes.Standard), ClientMachine.Step);

    public static MachineScript ServerInvite(bool reliable = false) =>
        new(ServerInviteMachine.Begin(reliable, TimeSpan.Zero, TransactionTimes.Standard), ServerInviteMachine.Step);

    public static MachineScript Server(bool reliable = false) =>
        new(ServerMachine.Begin(reliable, TimeSpan.Zero, TransactionTimes.Standard), ServerMachine.Step);

    public TransactionActions On(TransactionEvent happened)
    {
        var step = _step(_state, happened, Now, TransactionTimes.Standard);
        Take(step);
        return step.Actions;
    }

    public MachineScript Until(double seconds)
    {
        var target = TimeSpan.FromSeconds(seconds);
        while (_state.NextDue is { } due && due <= target)
        {
            Now = due;
            On(TransactionEvent.Due);
        }

        Now = target;
        return this;
    }

    public double[] Moments(TransactionActions of) => [.. _log.Where(entry => entry.Actions.HasFlag(of)).Select(entry => entry.Seconds)];

    private void Take(TransactionStep step)
    {
        _state = step.State;
        if (step.Actions != TransactionActions.None)
        {
            _log.Add((Now.TotalSeconds, step.Actions));
        }
    }
}
