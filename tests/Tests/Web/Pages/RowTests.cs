using System.Globalization;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Storage.Accounts;
using Switchhook.Testing;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Components.Rows;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;

namespace Switchhook.Tests.Web.Pages;

/// <summary>The rows of long lists, which are written as text.</summary>
public sealed class RowTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly CallRecord Call = new(
        new CallId("c1"), CallDirection.Inbound, new Party(PartyKind.Line, "main-1"), "312555<0199", "Ann & Co", Dialled: null, Now,
        AnsweredAt: null, AnsweredBy: null, EndedAt: null, Cause: null, Recording: null, RecordingFile: null, RecordingLength: null,
        Legs: [], LastSeq: 1, LastEventAt: Now);

    private readonly FakeBox _box = new();
    private readonly KeptRows _kept = new();
    private readonly SiteWords _words = new(Sites.Clinic(), Now);

    public void Dispose() => _box.Dispose();

    [Theory]
    [InlineData("<script>")]
    [InlineData("\" onclick=\"x")]
    [InlineData("Tom & Jerry's")]
    public void Values_are_no_elements(string value)
    {
        var row = new StationRow(value, value, Look.Fault) { Href = value, Why = value, Since = Now };

        Assert.DoesNotContain(value, Station.Of(row, Now).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Callers_are_no_elements()
    {
        var row = CallRow.Of(Call, _words, Of(Role.Admin)).Value;

        Assert.Contains("312555&lt;0199", row, StringComparison.Ordinal);
        Assert.Contains("Ann &amp; Co", row, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_not_changed_is_not_made_again()
    {
        var (first, other) = (_kept.Of(Line("1"), _words), _kept.Of(Line("2"), _words));

        Assert.Same(first.Value, _kept.Of(Line("1"), new SiteWords(_words.Site, Now.AddHours(1))).Value);
        Assert.NotEqual(first.Value, other.Value);
        Assert.NotEqual(first.Value, _kept.Of(Line("1") with { Look = Look.Fault }, _words).Value);
    }

    [Fact]
    public void A_call_is_shown_to_each_by_his_rights_and_as_it_is_now()
    {
        var admin = _kept.Of(Call, _words, Of(Role.Admin)).Value;
        var answered = Call with { AnsweredAt = Now, AnsweredBy = new Party(PartyKind.Phone, "102") };

        Assert.Contains("/calls/c1", admin, StringComparison.Ordinal);
        Assert.DoesNotContain("/calls/c1", _kept.Of(Call, _words, Of(Role.Installer)).Value, StringComparison.Ordinal);
        Assert.Same(admin, _kept.Of(Call, _words, Of(Role.Admin)).Value);
        Assert.NotEqual(admin, _kept.Of(answered, _words, Of(Role.Admin)).Value);
    }

    [Fact]
    public void A_reason_is_told_anew_by_other_clocks()
    {
        var line = Line("1") with { IsQuiet = false, Why = "Since noon", Since = Now };
        var moved = _words.Site with { TimeZone = TimeZoneInfo.Utc };

        Assert.NotSame(_kept.Of(line, _words).Value, _kept.Of(line, new SiteWords(moved, Now)).Value);
    }

    [Fact]
    public void A_site_with_other_names_has_other_rows()
    {
        var call = Call with { From = new Party(PartyKind.Phone, "102"), Direction = CallDirection.Outbound };
        var site = Sites.Clinic();
        var renamed = site with { Phones = site.Phones.SetItem("102", site.Phones["102"] with { Name = "Ward" }) };

        Assert.DoesNotContain("Ward", _kept.Of(call, _words, Of(Role.Admin)).Value, StringComparison.Ordinal);
        Assert.Contains("Ward", _kept.Of(call, new SiteWords(renamed, Now), Of(Role.Admin)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void So_many_rows_are_kept_and_no_more()
    {
        var first = _kept.Of(Line("first"), _words).Value;
        foreach (var number in Enumerable.Range(0, KeptRows.Most + 1))
        {
            _kept.Of(Line(number.ToString(CultureInfo.InvariantCulture)), _words);
        }

        Assert.NotSame(first, _kept.Of(Line("first"), _words).Value);
    }

    private static StationRow Line(string name) => new(name, "fxo1", Look.Of(LineStatus.Idle)) { IsQuiet = true };

    private Visitor Of(Role role) => new(_box.Backend) { Rights = new Rights(role) };
}
