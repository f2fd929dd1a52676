using Switchhook.Calls;
using Switchhook.Sip.Legs;
using Switchhook.Sip.Sessions;

namespace Switchhook.Tests.Sip.Legs;

/// <summary>What one peer says is told to the other as it was meant.</summary>
public sealed class CausesTests
{
    [Theory]
    [InlineData(486, CauseCode.Busy, 486)]
    [InlineData(600, CauseCode.Busy, 486)]
    [InlineData(603, CauseCode.Declined, 603)]
    [InlineData(480, CauseCode.NoAnswer, 480)]
    [InlineData(404, CauseCode.Refused, 404)]
    [InlineData(503, CauseCode.LineFault, 503)]
    public void A_refusal_goes_through_the_box_as_it_was_meant(int status, CauseCode code, int told)
    {
        var cause = Causes.Of(new SessionEnd(EndedBy.Peer, status, "No."), Party.Phone("106"));

        Assert.Equal(code, cause.Code);
        Assert.Equal(told, Causes.StatusOf(cause));
    }
}
