using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Drafts;

/// <summary>A trunk as the file says it.</summary>
internal sealed record TrunkDraft(Located<string> Name, Located<HostPort>? Server, RouteDraft Route, SipMediaDraft Media) : INamedDraft
{
    public Located<TrunkTransport>? Transport { get; init; }

    public TrunkAccountDraft Account { get; init; } = new(null, null, null);

    public Located<string>? FromDomain { get; init; }

    public Located<HostPort>? OutboundProxy { get; init; }

    public Located<string>? Number { get; init; }

    public IReadOnlyList<TrunkNumberDraft> Numbers { get; init; } = [];

    public int Channels { get; init; } = SiteDefaults.Channels;

    public CallerNumberConfig CallerNumber { get; init; } = CallerNumberConfig.Default;

    public bool HidesNumber { get; init; }

    public TimeSpan? Check { get; init; }

    /// <summary>All flows that its calls may go through.</summary>
    public IEnumerable<Located<string>> Flows => Route.Flows.Concat(Numbers.SelectMany(number => number.Route.Flows));
}

/// <summary>Where callers go, by day and by night.</summary>
internal sealed record RouteDraft(Located<string>? Flow, Located<string>? NightFlow)
{
    /// <summary>Both, where they are there.</summary>
    public IEnumerable<Located<string>> Flows => new[] { Flow, NightFlow }.OfType<Located<string>>();
}

/// <summary>By what a provider knows the box.</summary>
internal sealed record TrunkAccountDraft(Located<string>? User, Located<string>? AuthUser, Located<bool>? Registers);

/// <summary>A number of a trunk; without a flow of its own it takes the trunk's.</summary>
internal sealed record TrunkNumberDraft(Located<string> Number, RouteDraft Route);

/// <summary>What SIP phones and trunks have in common; null codecs are those of the country.</summary>
internal sealed record SipMediaDraft(IReadOnlyList<SipCodec>? Codecs, Located<MediaEncryption>? Encryption, DtmfMode Dtmf);
