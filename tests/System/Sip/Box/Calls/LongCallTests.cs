namespace Switchhook.SystemTests.Sip.Box.Calls;

/// <summary>Session timers, re-INVITEs that meet, and a caller who never acknowledges; see <see cref="LongCalls"/>.</summary>
public sealed class LongCallTests(LongCalls calls) : IClassFixture<LongCalls>
{
    [Fact]
    public async Task The_box_refreshes_a_call_by_UPDATE()
    {
        var result = await calls.Refreshed;

        Assert.True(result.IsClean, result.ToString());
        Assert.Equal(["refreshed by UPDATE"], result.Log);
    }

    [Fact]
    public async Task A_change_by_the_phone_while_the_box_waits_for_its_own_is_refused_and_the_call_goes_on()
    {
        var result = await calls.Crossing;

        Assert.True(result.IsClean, result.ToString());
    }

    [Fact]
    public async Task A_change_by_the_box_that_the_phone_refuses_because_of_its_own_is_tried_again()
    {
        var result = await calls.RefusedOnce;

        Assert.True(result.IsClean, result.ToString());
    }

    [Fact]
    public async Task A_caller_who_ought_to_refresh_and_does_not_is_hung_up()
    {
        var result = await calls.Forgetful;

        Assert.True(result.IsClean, result.ToString());
        Assert.Contains(await calls.StoryAsync("83125550142"), words => words.Contains("has not confirmed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_who_never_acknowledges_is_hung_up_after_half_a_minute()
    {
        var result = await calls.Mute;

        Assert.True(result.IsClean, result.ToString());
        Assert.Contains(await calls.StoryAsync("108"), words => words.Contains("cknowledge", StringComparison.Ordinal));
    }
}
