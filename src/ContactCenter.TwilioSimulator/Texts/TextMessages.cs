using System.Collections.Concurrent;
using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Texts;

/// <summary>A text message that the server sent.</summary>
public sealed class TextMessage(string sid, string from, string to, string body, DateTimeOffset createdAt)
{
    public string Sid { get; } = sid;
    public string From { get; } = from;
    public string To { get; } = to;
    public string Body { get; } = body;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public DateTimeOffset? SentAt { get; internal set; }

    /// <summary><c>queued</c>, <c>sent</c> or <c>delivered</c>.</summary>
    public string Word { get; internal set; } = "queued";

    /// <summary>Parts on the air: 160 characters of the telephone's own alphabet or 70 of any other, less when there are several.</summary>
    public int Segments
    {
        get
        {
            var (one, several) = Body.All(IsPlain) ? (160, 153) : (70, 67);
            return Body.Length <= one ? 1 : (Body.Length + several - 1) / several;
        }
    }

    private static bool IsPlain(char c) => char.IsAscii(c) ? c is not ('`' or '\\' or '^' or '{' or '}' or '[' or ']' or '~' or '|')
        : "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà".Contains(c);
}

/// <summary>Text messages on their way: sent, then delivered, with a notice of each.</summary>
public sealed class TextMessages
{
    /// <summary>The greatest length of a body, in characters.</summary>
    public const int Longest = 1_600;

    private readonly ConcurrentDictionary<string, TextMessage> _sent = new();
    private readonly SimulatorOptions _options;
    private readonly Notices _notices;

    internal TextMessages(SimulatorOptions options, Notices notices) => (_options, _notices) = (options, notices);

    public IReadOnlyList<TextMessage> All => [.. _sent.Values.OrderByDescending(m => m.CreatedAt)];

    /// <summary>A message arrives at its telephone.</summary>
    public event Action<TextMessage>? Delivered;

    public TextMessage? Find(string sid) => _sent.GetValueOrDefault(sid);

    internal TextMessage Send(string from, string to, string body, string statusCallback)
    {
        var message = new TextMessage(Sids.New("SM"), from, to, body, _options.Time.GetUtcNow());
        _sent[message.Sid] = message;
        _ = Task.Run(() =>
        {
            message.SentAt = _options.Time.GetUtcNow();
            foreach (var word in (string[])["sent", "delivered"])
            {
                message.Word = word;
                _notices.Send(message.Sid, statusCallback, new Form
                {
                    ["MessageSid"] = message.Sid, ["SmsSid"] = message.Sid, ["MessageStatus"] = word, ["SmsStatus"] = word,
                    ["AccountSid"] = _options.AccountSid,
                    ["From"] = from, ["To"] = to, ["ApiVersion"] = "2010-04-01",
                });
            }
            Delivered?.Invoke(message);
        });
        return message;
    }
}
