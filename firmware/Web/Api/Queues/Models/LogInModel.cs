namespace Switchhook.Web.Api.Queues.Models;

/// <summary>Where an agent logs in.</summary>
internal sealed record LogInModel
{
    /// <summary>Extension number; left out, the agent's usual phone or number outside.</summary>
    public string? Phone { get; init; }
}

/// <summary>Why an agent is paused.</summary>
internal sealed record PauseModel
{
    /// <summary>One of the site's pause reasons; left out, none is given.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where a caller is moved.</summary>
internal sealed record MoveModel
{
    /// <summary>Name of a queue.</summary>
    public required string Queue { get; init; }
}

/// <summary>Which queues an agent answers.</summary>
internal sealed record AssignModel
{
    /// <summary>Names of queues; left out, those of the site file.</summary>
    public IReadOnlyList<string>? Queues { get; init; }
}
