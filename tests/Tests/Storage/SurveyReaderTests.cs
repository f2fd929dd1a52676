using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures.Intervals;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Storage;
using Switchhook.Storage.History;

namespace Switchhook.Tests.Storage;

/// <summary>Answers to surveys on disk.</summary>
public sealed class SurveyReaderTests : IDisposable
{
    private readonly StoreBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void Answers_are_read_with_their_asking_also_after_a_restart()
    {
        var from = _box.Time.GetUtcNow();
        var first = Ask("first0", "ana");
        Answer(first, "ana", "helpful", '4');
        Answer(first, "ana", "again", '1');
        Ask("second", "bo");
        var whole = new Interval(from, _box.Time.GetUtcNow().AddMinutes(1));
        Assert.True(_box.Store.WritePending());
        _box.Restart();

        var read = new SurveyReader(_box.Database).In(whole);

        Assert.Equal(["ana helpful 4 good 5, again 1 good 5", "bo "], read.Select(InWords));
        Assert.Equal(from.AddSeconds(20), read[0].AskedAt);
        Assert.Equal([InWords(read[0])], new SurveyReader(_box.Database).OfCall(first).Select(InWords));
        Assert.Empty(new SurveyReader(_box.Database).OfCall(new CallId("20261123-080000-nobody")));
    }

    /// <summary>The box is killed among the questions: what was answered is kept, and the call is closed by the recovery.</summary>
    [Fact]
    public void A_kill_among_the_questions_keeps_the_answers_given()
    {
        var from = _box.Time.GetUtcNow();
        var call = Ask("killed", "ana");
        Answer(call, "ana", "helpful", '2');
        Assert.True(_box.Store.WritePending());

        using var copy = StoreBox.CopyAsKilled(_box.Folder);
        using var database = Database.Open(copy.Path, _box.Time);
        new Recovery(database, _box.Time, TimeZoneInfo.Utc, _ => null).Run();

        Assert.Equal(
            "ana helpful 2 good 5", InWords(Assert.Single(new SurveyReader(database).In(new Interval(from, from.AddHours(1))))));
        Assert.Equal(CauseCode.BoxStopped, new CallReader(database).Find(call)!.Cause!.Code);
    }

    [Fact]
    public void An_asking_belongs_to_the_period_in_which_it_begins()
    {
        var from = _box.Time.GetUtcNow();
        var call = Ask("across", "ana");
        var between = _box.Time.GetUtcNow().AddSeconds(1);
        Answer(call, "ana", "helpful", '3');
        Assert.True(_box.Store.WritePending());
        var reader = new SurveyReader(_box.Database);

        Assert.Equal("ana helpful 3 good 5", InWords(Assert.Single(reader.In(new Interval(from, between)))));
        Assert.Empty(reader.In(new Interval(between, between.AddHours(1))));
        Assert.Throws<TooMuchHistoryException>(() => reader.In(new Interval(from, from.AddDays(500))));
    }

    private static string InWords(SurveyAsking asking) =>
        $"{asking.Agent} {string.Join(", ", asking.Answers.Select(one => $"{one.Question} {one.Key} {one.Meaning} {one.Best}"))}";

    private CallId Ask(string id, string agent)
    {
        var call = new CallId($"20261123-080000-{id}");
        _box.Time.Advance(TimeSpan.FromSeconds(20));
        _box.Journal.Append(new CallStarted(call, CallDirection.Inbound, Party.Line("main-1"), null, null, "It rings.", null));
        _box.Journal.Append(new SurveyAsked(call, $"{call}-survey-1", "after-call", "desk", agent));
        return call;
    }

    private void Answer(CallId call, string agent, string question, char key)
    {
        _box.Time.Advance(TimeSpan.FromSeconds(5));
        _box.Journal.Append(new SurveyAnswered(call, $"{call}-survey-1", "after-call", question, key, "desk", agent)
        {
            Meaning = "good",
            Best = '5',
        });
    }
}
