namespace Switchhook.Hardware.Yaml;

/// <summary>A key that a set of keys may have.</summary>
/// <param name="Name">The key.</param>
/// <param name="Example">A value as one would write it, for the cure of a missing key; null for an optional key.</param>
public readonly record struct YamlKey(string Name, string? Example)
{
    /// <summary>True when the key must be there.</summary>
    public bool IsRequired => Example is not null;

    /// <summary>A key that must be there.</summary>
    public static YamlKey Required(string name, string example) => new(name, example);

    /// <summary>A key that may be left out.</summary>
    public static YamlKey Optional(string name) => new(name, null);
}
