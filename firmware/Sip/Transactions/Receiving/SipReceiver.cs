using Switchhook.Calls.Loop;
using Switchhook.Sip.Grammar;
using Switchhook.Sip.Grammar.Building;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions.Sending;
using Switchhook.Sip.Transactions.Timing;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Transactions.Receiving;

/// <summary>
/// Takes bytes on the wire's threads, reads them, asks the guard, and hands messages to the control loop. What cannot be read is refused
/// here, at a limited rate and with nothing kept.
/// </summary>
internal sealed class SipReceiver : IWireListener
{
    private readonly ISipWire _wire;
    private readonly IMessageGuard _guard;
    private readonly RateLimit _refusals;
    private readonly Inbox<WireEvent> _inbox;
    private long _unreadable;

    /// <summary>A receiver; the wire's listener is to be set to it.</summary>
    /// <param name="loop">Where messages are taken.</param>
    /// <param name="wire">Carries refusals.</param>
    /// <param name="guard">Decides who is heard.</param>
    /// <param name="layer">Takes messages.</param>
    /// <param name="limits">How many wait, how many are refused.</param>
    public SipReceiver(ControlLoop loop, ISipWire wire, IMessageGuard guard, TransactionLayer layer, TransactionLimits limits)
    {
        (_wire, _guard) = (wire, guard);
        _refusals = new RateLimit(loop.Time, limits.RefusalsPerSecond, limits.RefusalsPerSecond);
        _inbox = new Inbox<WireEvent>(loop, limits.Waiting, happened => Take(layer, happened));
    }

    /// <summary>A stream was closed, by either side; on the control loop.</summary>
    public event Action<Hop>? Closed;

    /// <summary>Messages dropped since the start because the control loop could not keep up.</summary>
    public long Dropped => _inbox.Dropped;

    /// <summary>Messages since the start that could not be read, refused or not.</summary>
    public long Unreadable => Interlocked.Read(ref _unreadable);

    /// <inheritdoc/>
    public void OnMessage(ReadOnlySpan<byte> message, Hop from)
    {
        var framing = from.Transport == TransportKind.Udp ? Framing.Datagram : Framing.Stream;
        if (SipParser.Parse(message.ToArray(), ParseLimits.Default, framing).Is(out var read, out var fault))
        {
            if (_guard.Allows(from, read))
            {
                _inbox.TryPost(new WireEvent(from, read));
            }

            return;
        }

        Interlocked.Increment(ref _unreadable);
        if (_guard.AllowsRefusal(from, fault) && fault.MayBeAnswered && _refusals.TryTake())
        {
            Refuse(fault, from);
        }
    }

    /// <inheritdoc/>
    public void OnFailed(Hop to, string why) => _inbox.TryPost(new WireEvent(to, Failure: why));

    /// <inheritdoc/>
    public void OnClosed(Hop hop) => _inbox.TryPost(new WireEvent(hop));

    private void Take(TransactionLayer layer, WireEvent happened)
    {
        if (happened.Message is { } message)
        {
            layer.OnMessage(message, happened.Hop);
        }
        else if (happened.Failure is { } why)
        {
            layer.OnFailed(happened.Hop, why);
        }
        else
        {
            layer.OnClosed(happened.Hop);
            Closed?.Invoke(happened.Hop);
        }
    }

    private void Refuse(SipFault fault, Hop from)
    {
        var branch = fault.TopVia is { } via ? via.Branch.Span : default;
        var tag = StatelessTag.Of(fault.Headers.First(HeaderId.CallId).Span, branch);
        var response = ResponseBuilder.Start(fault, tag, from.Remote).Build();
        _wire.Send(response, fault.TopVia is { } top ? ResponseRoute.Of(top, from) : from);
    }
}
