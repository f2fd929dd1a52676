namespace Switchhook.BrowserTests.Kit;

/// <summary>All tests run one after the other: two browsers on a small machine would wait for each other.</summary>
[CollectionDefinition(Name)]
public sealed class Suite : ICollectionFixture<House>
{
    /// <summary>Its name.</summary>
    public const string Name = "Browser";
}
