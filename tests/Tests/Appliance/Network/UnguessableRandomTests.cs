using Switchhook.Appliance.Network;

namespace Switchhook.Tests.Appliance.Network;

public sealed class UnguessableRandomTests
{
    private readonly UnguessableRandom _random = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(27)]
    [InlineData(256)]
    public void Each_number_below_the_bound_comes_and_none_above(int bound)
    {
        var seen = Enumerable.Range(0, bound * 40).Select(_ => _random.Next(bound)).ToHashSet();

        Assert.Equal(Enumerable.Range(0, bound), seen.Order());
    }

    [Fact]
    public void Bounds_may_be_anywhere()
    {
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(_random.Next(-5, 5), -5, 4));
        Assert.All(
            Enumerable.Range(0, 1000), _ => Assert.InRange(_random.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(_random.Next(), 0, int.MaxValue - 1));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(_random.NextDouble(), 0, 0.9999999999999999));
        Assert.Equal(7, _random.Next(7, 7));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(100)]
    [InlineData(256)]
    [InlineData(5000)]
    public void Bytes_do_not_come_again(int length)
    {
        var taken = new HashSet<string>();
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[length];
            _random.NextBytes(bytes);
            Assert.True(taken.Add(Convert.ToHexString(bytes)));
        }
    }

    [Fact]
    public async Task Threads_get_different_numbers()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () => Enumerable.Range(0, 200).Select(_ => _random.Next()).ToList(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(8, taken.Select(numbers => string.Join(' ', numbers)).Distinct().Count());
    }
}
