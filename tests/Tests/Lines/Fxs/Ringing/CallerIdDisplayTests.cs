using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Hardware.Countries;
using Switchhook.Lines.Fxs.Ringing;

namespace Switchhook.Tests.Lines.Fxs.Ringing;

public sealed class CallerIdDisplayTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 3, 9, 5, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("René Müller", "Rene Muller")]
    [InlineData("株式会社", "????")]
    [InlineData("A very long company name", "A very long com")]
    [InlineData("  ", null)]
    public void A_name_is_made_plain_and_short(string name, string? shown) =>
        Assert.Equal(shown, Message(new CallerIdentity("1", name, "")).Name);

    [Fact]
    public void A_number_keeps_its_digits_and_the_local_time_goes_with_it()
    {
        var message = Message(new CallerIdentity("+49 (30) 123-456", null, ""));
        Assert.Equal(("4930123456", null, "11030905"), (message.Number, message.NumberAbsence, message.SentAt));
    }

    [Theory]
    [InlineData(true, NumberAbsence.Withheld)]
    [InlineData(false, NumberAbsence.Unavailable)]
    public void Why_a_number_is_missing_is_passed_on(bool withheld, NumberAbsence absence) =>
        Assert.Equal(absence, Message(new CallerIdentity(null, null, "") { Withheld = withheld }).NumberAbsence);

    private static CallerIdMessage Message(CallerIdentity caller) => CallerIdDisplay.Message(caller, CallerIdScheme.FskV23, Now);
}
