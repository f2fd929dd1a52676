using System.Net;
using System.Text;
using Switchhook.Tests.Web.Fakes;
using Switchhook.Web.Api.Reports;

namespace Switchhook.Tests.Web.Reports;

/// <summary>What people typed is no formula in a spreadsheet, and numbers stay numbers.</summary>
public sealed class CellGuardTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example/\")", "\"'=HYPERLINK(\"\"http://evil.example/\"\")\"")]
    [InlineData("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-", "'-")]
    [InlineData("+", "'+")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("+1-312-555-0142", "'+1-312-555-0142")]
    [InlineData("+13125550142", "+13125550142")]
    [InlineData("+1 312 555 0142", "+1 312 555 0142")]
    [InlineData("-0.666667", "-0.666667")]
    [InlineData("-3", "-3")]
    [InlineData("+1\n", "\"'+1\n\"")]
    [InlineData("Ann = Clark", "Ann = Clark")]
    [InlineData("2026-11-23T08:00:00.000Z", "2026-11-23T08:00:00.000Z")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_cell(string? text, string cell)
    {
        var row = new StringBuilder();

        CsvFile.Row(row, text);

        Assert.Equal($"{cell}\r\n", row.ToString());
    }

    [Fact]
    public async Task A_name_that_a_stranger_typed_at_the_sign_in_is_text_in_the_audit_log()
    {
        await using var web = await TestWeb.StartAsync();
        var stranger = web.Browser(signedIn: false);
        var refused = await stranger.SubmitAsync(
            "/sign-in", "/sign-in", ("name", "=1+1"), ("password", "something else"), ("return", "/"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        var csv = await web.Program().GetStringAsync("/api/v1/audit?format=csv");

        Assert.Contains(",'=1+1,", csv, StringComparison.Ordinal);
    }
}
