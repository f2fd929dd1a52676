using System.Text.RegularExpressions;
using System.Xml.Linq;
using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>Reads a file for a phone as a phone does, strictly: a slip throws.</summary>
/// <param name="Names">All names that it uses, in order.</param>
/// <param name="Pairs">Each name that has a value, with it.</param>
internal sealed partial record WrittenFile(IReadOnlyList<string> Names, IReadOnlyList<(string Name, string Value)> Pairs)
{
    public static WrittenFile Read(Vendor vendor, string text) => vendor == Vendor.Yealink ? OfLines(text) : OfXml(vendor, text);

    /// <summary>The value of a name; null when it is not there.</summary>
    public string? Find(string name) => Pairs.FirstOrDefault(pair => pair.Name == name).Value;

    /// <summary>A name with its numbers as <c>#</c>.</summary>
    public static string Pattern(string name) => Digits().Replace(name, "#");

    private static WrittenFile OfLines(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal("#!version:1.0.0.1", lines[0]);
        var pairs = lines[1..].Select(line =>
        {
            var match = Line().Match(line);
            Assert.True(match.Success, $"No line of the form 'key = value': {line}");
            return (Name: match.Groups["key"].Value, Value: match.Groups["value"].Value);
        }).ToList();
        return new WrittenFile([.. pairs.Select(pair => pair.Name)], pairs);
    }

    private static WrittenFile OfXml(Vendor vendor, string text)
    {
        var root = XDocument.Parse(text).Root!;
        var elements = root.DescendantsAndSelf().ToList();
        var pairs = elements.Where(element => !element.HasElements)
            .Select(element => (element.Name.LocalName, element.Value))
            .Concat(elements.SelectMany(element => element.Attributes()).Select(attribute => (attribute.Name.LocalName, attribute.Value)));
        if (vendor == Vendor.Linphone)
        {
            pairs = elements.Where(element => element.Name.LocalName == "entry")
                .Select(entry => (entry.Attribute("name")!.Value, entry.Value));
        }

        var names = elements.Select(element => element.Name.LocalName)
            .Concat(elements.SelectMany(element => element.Attributes())
                .Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name.LocalName))
            .Concat(vendor == Vendor.Linphone ? pairs.Select(pair => pair.Item1) : []);
        return new WrittenFile([.. names], [.. pairs]);
    }

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?<key>[a-z0-9_.]+) = (?<value>\P{Cc}*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
