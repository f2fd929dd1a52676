using Microsoft.Data.Sqlite;
using Switchhook.Appliance.LookUps;
using Switchhook.Flows.LookUps;
using Switchhook.Site.Flows;
using Switchhook.Testing;
using Switchhook.Tests.Appliance.Alerts;

namespace Switchhook.Tests.Appliance.LookUps;

/// <summary>Tables in files as others write them, and a server.</summary>
public sealed class TableLookUpTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly TempFolder _folder = new();
    private readonly TableLookUps _lookUps;

    public TableLookUpTests() => _lookUps = new TableLookUps(_folder.Path, TimeProvider.System);

    public void Dispose()
    {
        _lookUps.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("number,name,grade\n+1 312 555 0142,\"Lee, Ann\",gold\n")]
    [InlineData("\uFEFFNumber;Name;Grade\r\n(312) 555-0142;\"Lee, Ann\";gold\r\n")]
    [InlineData("name\tnumber\tgrade\nother\t3125550143\tsilver\nLee, Ann\t13125550142\tgold")]
    public async Task A_caller_is_found_in_a_sheet_however_the_number_is_written(string text)
    {
        await File.WriteAllTextAsync(_folder.File("customers.csv"), text);
        var found = await FindAsync(new TableSource.Csv("customers.csv", "number"), "3125550142", isCaller: true);
        Assert.Equal(("Lee, Ann", "gold"), (found["name"], found["grade"]));
    }

    [Fact]
    public async Task What_is_not_there_is_missing_and_empty_cells_give_no_value()
    {
        await File.WriteAllTextAsync(_folder.File("orders.csv"), "order,name,grade\n0042,,gold\n");
        var source = new TableSource.Csv("orders.csv", "order");
        Assert.IsType<LookUpAnswer.Missing>(await AnswerAsync(source, "42"));
        Assert.Equal(["grade"], (await FindAsync(source, "0042")).Keys);
    }

    [Theory]
    [InlineData("nothing.csv", "order", "nothing.csv")]
    [InlineData("orders.csv", "numbr", "orders.csv has no column \"numbr\".")]
    public async Task A_table_that_cannot_be_read_says_so(string file, string column, string why)
    {
        await File.WriteAllTextAsync(_folder.File("orders.csv"), "order,name\n1,x\n");
        var failed = Assert.IsType<LookUpAnswer.Failed>(await AnswerAsync(new TableSource.Csv(file, column), "1"));
        Assert.Contains(why, failed.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_found_in_SQLite_by_text_and_by_number_and_nothing_is_run_that_a_caller_enters()
    {
        var file = _folder.File("orders.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                "CREATE TABLE \"all orders\" (id INTEGER, phone TEXT, name TEXT, grade TEXT);"
                + "INSERT INTO \"all orders\" VALUES (4711, '+1 (312) 555-0142', 'Ann', NULL), (4712, '3125550143', 'Bo', 'gold');";
            command.ExecuteNonQuery();
        }

        Assert.Equal("Bo", (await FindAsync(new TableSource.Sqlite("orders.db", "all orders", "id"), "4712"))["name"]);
        Assert.Equal("Ann", (await FindAsync(new TableSource.Sqlite("orders.db", "all orders", "phone"), "3125550142", true))["name"]);
        Assert.IsType<LookUpAnswer.Missing>(await AnswerAsync(new TableSource.Sqlite("orders.db", "all orders", "id"), "4712' OR 1=1 --"));
        Assert.IsType<LookUpAnswer.Failed>(await AnswerAsync(new TableSource.Sqlite("orders.db", "orders", "id"), "4712"));
        Assert.IsType<LookUpAnswer.Failed>(await AnswerAsync(new TableSource.Sqlite("orders.db", "all orders", "idd"), "4712"));
    }

    [Theory]
    [InlineData("200 OK", """{"name": "Ann", "grade": 2, "more": {"x": 1}}""", "found")]
    [InlineData("200 OK", "{}", "missing")]
    [InlineData("404 Not Found", "", "missing")]
    [InlineData("500 Internal Server Error", "", "The server answered with 500.")]
    [InlineData("200 OK", "<html>", "The server did not answer with a JSON object.")]
    public async Task A_server_is_asked(string status, string body, string expected)
    {
        var asked = "";
        await using var server = new LoopbackServer(async line =>
        {
            asked = await line.ReadAsync() ?? "";
            while (await line.ReadAsync() is { Length: > 0 })
            {
                // The rest of the request is of no matter.
            }

            await line.WriteAsync($"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        });
        var answer = await AnswerAsync(new TableSource.Http($"http://127.0.0.1:{server.Port}/who?number={{key}}"), "+1 312&x=1");
        Assert.Equal("GET /who?number=%2B1%20312%26x%3D1 HTTP/1.1", asked);
        Assert.Equal(expected, answer switch
        {
            LookUpAnswer.Found { Values: { Count: 2 } row } when row["name"] == "Ann" && row["grade"] == "2" => "found",
            LookUpAnswer.Missing => "missing",
            LookUpAnswer.Failed failed => failed.Why,
            _ => "something else",
        });
    }

    [Fact]
    public async Task A_server_that_does_not_answer_holds_nobody_longer_than_the_table_says()
    {
        var time = new ManualTimeProvider();
        using var lookUps = new TableLookUps(_folder.Path, time);
        var released = new TaskCompletionSource();
        await using var server = new LoopbackServer(async line =>
        {
            await line.ReadAsync();
            await released.Task;
        });
        var answer = lookUps.FindAsync(
            new TableConfig("crm", new TableSource.Http($"http://127.0.0.1:{server.Port}/{{key}}"), ["name"], TimeSpan.FromSeconds(3)),
            "1",
            isCaller: false,
            CancellationToken.None);
        await server.Heard.Task.WaitAsync(Limit);
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));
        var failed = Assert.IsType<LookUpAnswer.Failed>(await answer.WaitAsync(Limit));
        Assert.Equal("It has not answered in 3 s.", failed.Why);
        released.SetResult();
    }

    private async Task<IReadOnlyDictionary<string, string>> FindAsync(TableSource source, string key, bool isCaller = false) =>
        Assert.IsType<LookUpAnswer.Found>(await AnswerAsync(source, key, isCaller)).Values;

    private Task<LookUpAnswer> AnswerAsync(TableSource source, string key, bool isCaller = false) => _lookUps
        .FindAsync(new TableConfig("table", source, ["name", "grade"], Limit), key, isCaller, CancellationToken.None)
        .WaitAsync(Limit * 2);
}
