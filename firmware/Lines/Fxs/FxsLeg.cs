using Switchhook.Audio;
using Switchhook.Calls;

namespace Switchhook.Lines.Fxs;

/// <summary>A phone's part in one call.</summary>
internal sealed class FxsLeg : Leg
{
    private readonly FxsPhone _phone;

    private FxsLeg(FxsPhone phone, int key, string id, LegOrigin origin, IMediaChannel media, CallerIdentity? caller)
        : base(id, Party.Phone(phone.Number), origin, media)
    {
        _phone = phone;
        Key = key;
        Caller = caller;
    }

    /// <summary>Its number in the phone's machine.</summary>
    public int Key { get; }

    /// <summary>Who calls the phone; null when the phone calls.</summary>
    public CallerIdentity? Caller { get; }

    /// <summary>The leg of a call to the phone: alerts until the phone is lifted.</summary>
    public static FxsLeg Called(FxsPhone phone, int key, string id, IMediaChannel media, CallerIdentity caller) =>
        new(phone, key, id, LegOrigin.Box, media, caller);

    /// <summary>The leg of a call that the phone's user dialled: connected from its beginning.</summary>
    public static FxsLeg Calling(FxsPhone phone, int key, string id, IMediaChannel media)
    {
        var leg = new FxsLeg(phone, key, id, LegOrigin.Party, media, null);
        leg.MarkAnswered();
        return leg;
    }

    /// <inheritdoc/>
    public override void ShowRinging() => _phone.OnFarEndRings(this);

    internal void Lift() => MarkAnswered();

    internal void Hold(bool held) => MarkHeld(held);

    internal void End(Cause cause) => MarkEnded(cause);

    protected override void AnswerParty() =>
        throw new InvalidOperationException($"{Party} is answered by its user, not by a flow.");

    protected override void ReleaseParty(Cause cause) => _phone.OnReleased(this, cause);
}
