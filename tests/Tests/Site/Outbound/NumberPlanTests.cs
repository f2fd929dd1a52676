using Switchhook.Site.Outbound;

namespace Switchhook.Tests.Site.Outbound;

/// <summary>Numbers as people of several countries dial them; classes by the countries' own plans.</summary>
public class NumberPlanTests
{
    [Theory]
    [InlineData("US", "3125550142", "+13125550142", NumberClass.National, "US")]
    [InlineData("US", "13125550142", "+13125550142", NumberClass.National, "US")]
    [InlineData("US", "5550142", null, NumberClass.National, "US")]
    [InlineData("US", "18005550142", "+18005550142", NumberClass.TollFree, "US")]
    [InlineData("US", "19005550142", "+19005550142", NumberClass.Premium, "US")]
    [InlineData("US", "14165550142", "+14165550142", NumberClass.International, "CA")]
    [InlineData("US", "18765550142", "+18765550142", NumberClass.International, "JM")]
    [InlineData("US", "011442079460958", "+442079460958", NumberClass.International, "GB")]
    [InlineData("US", "01442079460958", null, NumberClass.International, null)]
    [InlineData("US", "1010288011442079460958", null, NumberClass.International, null)]
    [InlineData("US", "011999123456", null, NumberClass.International, null)]
    [InlineData("US", "411", null, NumberClass.Service, "US")]
    [InlineData("GB", "02079460958", "+442079460958", NumberClass.National, "GB")]
    [InlineData("GB", "07400123456", "+447400123456", NumberClass.Mobile, "GB")]
    [InlineData("GB", "09098790958", "+449098790958", NumberClass.Premium, "GB")]
    [InlineData("GB", "0033142345678", "+33142345678", NumberClass.International, "FR")]
    [InlineData("GB", "1410033142345678", null, NumberClass.Unknown, null)]
    [InlineData("DE", "030123456", "+4930123456", NumberClass.National, "DE")]
    [InlineData("DE", "015123456789", "+4915123456789", NumberClass.Mobile, "DE")]
    [InlineData("DE", "09001123456", "+499001123456", NumberClass.Premium, "DE")]
    [InlineData("DE", "+4930123456", "+4930123456", NumberClass.National, "DE")]
    public void A_number_is_known_as_it_is_dialled(string country, string dialled, string? e164, NumberClass kind, string? where) =>
        Assert.Equal(new ReachedNumber(e164, kind, where), new NumberPlan(country).Find(dialled));

    [Theory]
    [InlineData("3125550142", true)]
    [InlineData("13125550142", true)]
    [InlineData("312555014", false)]
    [InlineData("5550142", false)]
    [InlineData("411", false)]
    public void A_number_of_a_fixed_length_is_full_with_its_last_digit(string dialled, bool full) =>
        Assert.Equal(full, new NumberPlan("US").IsFull(dialled));

    [Fact]
    public void Lengths_that_vary_are_waited_for() => Assert.False(new NumberPlan("DE").IsFull("030123456"));
}
