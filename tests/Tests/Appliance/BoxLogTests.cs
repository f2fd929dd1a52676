using Dapper;
using Switchhook.Appliance.Hosting;
using Switchhook.Storage;
using Switchhook.Storage.Logs;
using Switchhook.Storage.Secrets;
using Switchhook.Testing;

namespace Switchhook.Tests.Appliance;

public sealed class BoxLogTests : IDisposable
{
    private const string Secret = "what the provider gave";

    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _time = new();
    private readonly Database _database;

    public BoxLogTests() => _database = Database.Open(_folder.Path, _time);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Secrets_that_could_not_be_read_once_are_hidden_when_they_can_be_again()
    {
        var secrets = SecretStore.Open(_database, _time);
        using (var log = new BoxLog(_folder.Path, _time))
        {
            log.Hide(secrets);
            Execute("alter table secrets rename to away");
            log.Tell("A line while the store is in trouble.");
            log.Flush();

            Execute("alter table away rename to secrets");
            secrets.Set("trunk/voip", Secret);
            _time.Advance(TimeSpan.FromSeconds(6));
            log.Tell($"It says {Secret}.");
        }

        Assert.Equal(
            ["It says (hidden).", "A line while the store is in trouble."],
            LogBook.Read(_folder.Path, new LogQuery(10)).Select(line => line.Text));
    }

    private void Execute(string sql) => _database.Write((connection, transaction) => connection.Execute(sql, transaction: transaction));
}
