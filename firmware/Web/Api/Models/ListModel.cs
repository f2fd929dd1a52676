namespace Switchhook.Web.Api.Models;

/// <summary>A list, or one page of it.</summary>
/// <param name="Items">What was asked for.</param>
/// <param name="Next">Give it as <c>before</c> to get the next page; null on the last one.</param>
internal sealed record ListModel<T>(IReadOnlyList<T> Items, string? Next = null);
