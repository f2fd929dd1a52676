namespace Switchhook.Flows.Queues;

/// <summary>What an agent can do at any phone, by a code.</summary>
public abstract record AgentAction
{
    private AgentAction()
    {
    }

    /// <summary><c>*41</c> and the agent's code: begins work at this phone.</summary>
    public sealed record LogIn(string Agent) : AgentAction;

    /// <summary><c>*42</c>: ends work.</summary>
    public sealed record LogOut : AgentAction;

    /// <summary><c>*43</c>, and a digit for the reason where the site names some: no calls for a while.</summary>
    public sealed record Pause(string Reason) : AgentAction;

    /// <summary><c>*44</c>, or <c>#</c> alone: ends pause and wrap-up.</summary>
    public sealed record Ready : AgentAction;

    /// <summary><c>*45</c> and a code: what the last call was about.</summary>
    public sealed record Dispose(string Code) : AgentAction;

    /// <summary><c>*46</c>: a minute more to finish the call.</summary>
    public sealed record MoreTime : AgentAction;

    /// <summary><c>*47</c> and an agent's code: listens to that agent. For supervisors.</summary>
    public sealed record Listen(string Agent) : AgentAction;
}
