using Switchhook.Hardware.Countries;
using Switchhook.Sip.Trunks;
using Switchhook.Site;

namespace Switchhook.Tests.Sip.Trunks;

public sealed class NumberFormatsTests
{
    [Theory]
    [InlineData("US", "+13125550199", "+13125550199", "13125550199", "3125550199")]
    [InlineData("DE", "+4930123456", "+4930123456", "4930123456", "030123456")]
    [InlineData("GB", "+442079460123", "+442079460123", "442079460123", "02079460123")]
    [InlineData("DE", "+13125550199", "+13125550199", "13125550199", "+13125550199")]
    public void A_number_is_written_as_the_provider_wants_it(string code, string number, string plus, string plain, string national)
    {
        var country = CountryTable.Get(code);

        Assert.Equal(plus, NumberFormats.Write(number, CallerNumberFormat.PlusE164, country));
        Assert.Equal(plain, NumberFormats.Write(number, CallerNumberFormat.E164, country));
        Assert.Equal(national, NumberFormats.Write(number, CallerNumberFormat.National, country));
        Assert.Equal(number, NumberFormats.Write(number, CallerNumberFormat.AsIs, country));
    }
}
