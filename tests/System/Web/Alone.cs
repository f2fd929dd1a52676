namespace Switchhook.SystemTests.Web;

/// <summary>Tests that take all of the machine: they run when the others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>Its name.</summary>
    public const string Name = "alone";
}
