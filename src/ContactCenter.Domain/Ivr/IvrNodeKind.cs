namespace ContactCenter.Domain.Ivr;

/// <summary>The kinds of node that an author can write.</summary>
public enum IvrNodeKind
{
    Say,
    Branch,
    Menu,
    Queue,
    Voicemail,
    Dial,
    Hangup,
}
