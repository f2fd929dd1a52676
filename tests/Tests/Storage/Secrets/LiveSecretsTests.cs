using Switchhook.Storage;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;

namespace Switchhook.Tests.Storage.Secrets;

public sealed class LiveSecretsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly List<string> _changed = [];
    private readonly Database _database;
    private readonly SecretStore _secrets;
    private readonly LiveSecrets _live;

    public LiveSecretsTests()
    {
        _database = Database.Open(_folder.Path, _time);
        _secrets = SecretStore.Open(_database, _time);
        _secrets.Set("trunk/voip", "first");
        _live = new LiveSecrets(_secrets, _time);
        _live.Changed += _changed.AddRange;
    }

    public void Dispose()
    {
        _live.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_there_at_the_start_is_known() => Assert.Equal(("first", null), (_live.Get("trunk/voip"), _live.Get("phone/105")));

    [Fact]
    public void A_change_by_a_command_beside_the_box_is_known_two_seconds_later_and_told_once()
    {
        using (var beside = Database.Open(_folder.Path, _time, DatabaseUse.Visitor))
        {
            SecretStore.Open(beside, _time).Set("trunk/voip", "second");
            SecretStore.Open(beside, _time).Set("phone/105", "a secret that is long");
        }

        Assert.Equal("first", _live.Get("trunk/voip"));
        _time.Advance(LiveSecrets.Interval);
        Assert.Equal(("second", "a secret that is long"), (_live.Get("trunk/voip"), _live.Get("phone/105")));
        Assert.Equal(["phone/105", "trunk/voip"], _changed);

        _time.Advance(LiveSecrets.Interval);
        Assert.Equal(2, _changed.Count);
    }

    [Fact]
    public void A_secret_that_is_removed_is_gone_and_one_that_is_set_to_the_same_is_no_change()
    {
        _secrets.Set("trunk/voip", "first");
        _live.Refresh();
        Assert.Empty(_changed);

        _secrets.Remove("trunk/voip");
        _live.Refresh();
        Assert.Null(_live.Get("trunk/voip"));
        Assert.Equal(["trunk/voip"], _changed);
    }
}
