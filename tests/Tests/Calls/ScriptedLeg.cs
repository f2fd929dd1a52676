using Switchhook.Audio;
using Switchhook.Calls;

namespace Switchhook.Tests.Calls;

/// <summary>A leg whose party does what the test says.</summary>
internal sealed class ScriptedLeg(string id, Party party, IMediaChannel media, bool takesDigitsApart = false)
    : Leg(id, party, LegOrigin.Party, media)
{
    /// <summary>Digits that were sent to the party as messages.</summary>
    public List<char> Sent { get; } = [];

    public override bool TakesDigitsApart => takesDigitsApart;

    public override void SendDigit(char digit)
    {
        if (takesDigitsApart)
        {
            Sent.Add(digit);
        }
        else
        {
            base.SendDigit(digit);
        }
    }

    public void Connect() => MarkAnswered();

    public void Press(char digit) => MarkDigit(digit);

    public void Hold(bool held) => MarkHeld(held);

    protected override void AnswerParty()
    {
        // Nobody has to be told.
    }

    protected override void ReleaseParty(Cause cause)
    {
        // Nobody has to be told.
    }
}
