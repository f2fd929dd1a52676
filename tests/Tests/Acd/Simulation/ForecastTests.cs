namespace Switchhook.Tests.Acd.Simulation;

/// <summary>What callers are told of their wait is, on the average, how long they wait: over all, and at each place.</summary>
public sealed class ForecastTests
{
    [Theory]
    [InlineData(20, 180, 2)]
    [InlineData(60, 240, 5)]
    [InlineData(100, 180, 8)]
    [InlineData(40, 300, 4)]
    public void A_forecast_is_as_long_as_the_wait(double calls, double seconds, int agents)
    {
        var places = new ForecastRun(new ErlangRow(calls, seconds, agents), 150_000, 3).ByPlace;

        Assert.Equal((0, 0), (places[0].Forecast, places[0].Wait));
        Assert.InRange(places.Values.Sum(place => place.Forecast) / places.Values.Sum(place => place.Wait), 0.95, 1.05);
        var common = places.Where(place => place.Key > 0 && place.Value.Count > 4000).ToList();
        Assert.True(common.Count >= 2, "callers at several places");
        Assert.All(common, place => Assert.InRange(place.Value.Forecast / place.Value.Wait, 0.95, 1.05));
    }
}
