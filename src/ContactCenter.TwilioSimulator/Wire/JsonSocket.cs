using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>A WebSocket that speaks JSON messages; sending never waits.</summary>
internal sealed class JsonSocket(WebSocket socket)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Channel<byte[]> _out = Channel.CreateUnbounded<byte[]>();

    public void Send(object message) => _out.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(message, Json));

    /// <summary>Breaks the connection without a closing handshake.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Runs until the other side closes; true when it said goodbye, false when the line broke.</summary>
    public async Task<bool> Run(Func<JsonElement, Task> received, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = Send(over.Token);
        var clean = false;
        try
        {
            var buffer = new byte[64 * 1024];
            while (socket.State == WebSocketState.Open)
            {
                var length = 0;
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), over.Token);
                    length += part.Count;
                }
                while (!part.EndOfMessage && length < buffer.Length);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    clean = true;
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                }
                using var message = JsonDocument.Parse(buffer.AsMemory(0, length));
                await received(message.RootElement.Clone());
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or JsonException)
        {
        }
        await over.CancelAsync();
        await sending;
        return clean;
    }

    private async Task Send(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _out.Reader.ReadAllAsync(cancellationToken))
                await socket.SendAsync(message, WebSocketMessageType.Text, true, cancellationToken);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException)
        {
        }
    }
}
