using System.Diagnostics.CodeAnalysis;
using Switchhook.Sip.Transport;

namespace Switchhook.Sip.Trunks;

/// <summary>A call on its way out: the servers that are still to be tried for it.</summary>
/// <param name="Number">Whom it is for.</param>
/// <param name="Identity">How the box shows itself.</param>
/// <param name="Targets">Servers, the best first.</param>
internal sealed record OutgoingTry(string Number, OutgoingIdentity Identity, IReadOnlyList<Hop> Targets)
{
    private int _next;

    /// <summary>The server that was tried last.</summary>
    public Hop Current => Targets[Math.Max(0, _next - 1)];

    /// <summary>The next server; false when none is left.</summary>
    public bool TryTakeNext([NotNullWhen(true)] out Hop hop)
    {
        hop = _next < Targets.Count ? Targets[_next] : default;
        return _next++ < Targets.Count;
    }
}
