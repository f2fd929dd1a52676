using System.Text.RegularExpressions;

namespace Switchhook.Tests.Repository;

/// <summary>Every call into a library that is not .NET stands in a folder named Interop.</summary>
public sealed partial class InteropTests
{
    [Fact]
    public void Native_calls_stand_in_interop_folders() => Finding.None(RepositoryFiles.CSharp.SelectMany(Outside));

    [Theory]
    [InlineData("firmware/Audio/Tones.cs", 1)]
    [InlineData("firmware/Audio/Interop/SpanDsp.cs", 0)]
    public void A_native_call_elsewhere_is_found(string path, int findings) =>
        Assert.Equal(findings, Outside(RepositoryFile.Planted(path, "    [LibraryImport(\"libspandsp.so.2\")]\n")).Count());

    private static IEnumerable<Finding> Outside(RepositoryFile file) =>
        from line in file.Lines
        where !file.Path.Contains("/Interop/", StringComparison.Ordinal) && NativeCall().IsMatch(line.Text)
        select new Finding(file.Path, line.Number, "declares a native call", "Move it to the room's Interop folder");

    [GeneratedRegex(@"^\s*\[(LibraryImport|DllImport)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NativeCall();
}
