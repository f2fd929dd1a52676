using Switchhook.Audio;
using Switchhook.Calls;

namespace Switchhook.Lines.Fxo;

/// <summary>The far end of a call on an exchange line.</summary>
internal sealed class FxoLeg(FxoLine line, string id, LegOrigin origin, IMediaChannel media)
    : Leg(id, Party.Line(line.Name), origin, media)
{
    internal void Hear() => MarkAudible();

    internal void CountAsAnswered() => MarkAnswered();

    internal void End(Cause cause) => MarkEnded(cause);

    protected override void AnswerParty() => line.Answer(this);

    protected override void ReleaseParty(Cause cause) => line.Release(this);
}
