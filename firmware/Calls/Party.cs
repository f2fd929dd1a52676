using System.Text.Json.Serialization;

namespace Switchhook.Calls;

/// <summary>Who is at the far end of a leg.</summary>
/// <param name="Kind">A phone of the house, a line to the exchange or a trunk to a provider.</param>
/// <param name="Name">Name in the site file: <c>101</c>, <c>main-1</c>.</param>
public readonly record struct Party(PartyKind Kind, string Name)
{
    /// <summary>A phone of the house.</summary>
    public static Party Phone(string number) => new(PartyKind.Phone, number);

    /// <summary>A line to the exchange.</summary>
    public static Party Line(string name) => new(PartyKind.Line, name);

    /// <summary>A trunk to a provider.</summary>
    public static Party Trunk(string name) => new(PartyKind.Trunk, name);

    /// <summary>True for a line or trunk: the party is outside the house.</summary>
    [JsonIgnore]
    public bool IsOutside => Kind != PartyKind.Phone;

    /// <summary>At the beginning of a sentence: "Phone 101".</summary>
    [JsonIgnore]
    public string Capitalised => Kind switch
    {
        PartyKind.Phone => $"Phone {Name}",
        PartyKind.Line => $"Line {Name}",
        PartyKind.Trunk => $"Trunk {Name}",
    };

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PartyKind.Phone => $"phone {Name}",
        PartyKind.Line => $"line {Name}",
        PartyKind.Trunk => $"trunk {Name}",
    };
}

/// <summary>Kinds of party.</summary>
public enum PartyKind
{
    /// <summary>A phone of the house.</summary>
    Phone,

    /// <summary>A line to the exchange.</summary>
    Line,

    /// <summary>A trunk to a provider.</summary>
    Trunk,
}
