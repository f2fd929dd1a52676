using Switchhook.Appliance.Panels;
using Switchhook.Calls.Journal;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance;

/// <summary>Faults of parts come to the journal when they begin, change and end, and at no other time.</summary>
public sealed class PartWatchTests : IDisposable
{
    private readonly TestBox _box = new(Sites.Clinic());
    private string? _fault;

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_fault_is_told_once_with_its_words_and_so_is_its_end()
    {
        using var watch = Watch();
        _box.Advance(5);
        Assert.Empty(_box.Entries<PartChanged>());

        _fault = "The pin is gone.";
        _box.Advance(5);
        Assert.Equal("The pin is gone.", _box.Core.Live.Current.Faults["lamp"].Words);

        _fault = "Someone else holds the pin.";
        _box.Advance(5);
        _fault = null;
        _box.Advance(5);

        Assert.Empty(_box.Core.Live.Current.Faults);
        Assert.Equal(
            ["The pin is gone.", "Someone else holds the pin.", null], _box.Entries<PartChanged>().Select(changed => changed.Fault));
    }

    [Fact]
    public void Nothing_is_asked_after_the_end()
    {
        var watch = Watch();
        _box.Driver.Do(watch.Dispose);
        _fault = "The pin is gone.";
        _box.Advance(5);
        Assert.Empty(_box.Entries<PartChanged>());
    }

    private PartWatch Watch()
    {
        var watch = new PartWatch(_box.Driver.Loop, _box.Core.Journal, _box.Core.Live);
        watch.Add(() => [("lamp", _fault)]);
        _box.Driver.Do(watch.Start);
        return watch;
    }
}
