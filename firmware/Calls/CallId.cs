namespace Switchhook.Calls;

/// <summary>Identifies a customer's whole journey: one id through transfers, holds and returns.</summary>
/// <param name="Value">Sortable text, such as <c>20261123-083015-7k2m</c>: local to the box, unique on it.</param>
public readonly record struct CallId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
