using CsCheck;

namespace ContactCenter.Domain.Tests.Ivr;

/// <summary>Texts of small flows put together at random. Most of them are wrong; some compile.</summary>
internal static class RandomFlow
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    private static readonly Gen<string> Target = Gen.Frequency((4, Gen.OneOf(Names)), (3, Gen.Const("humain")), (2, Gen.Const("message")), (1, Gen.Const("emergency")));

    private static readonly Gen<string> Node = Gen.OneOf(
        Target.Select(then => $"{{kind: say, say: {{fr: Un instant.}}, then: {then}}}"),
        Gen.Select(Target, Target, Gen.OneOf("open", "out_of_hours", "holiday"), (then, other, hours) =>
            $"{{kind: branch, cases: [{{when: {{hours: {hours}}}, then: {then}}}], else: {other}}}"),
        Gen.Select(Target, Target, Target, Target, Gen.Int[0, 1], (one, two, silence, wrong, times) =>
            $"{{kind: menu, say: {{fr: Tapez.}}, timeout: 2s, choices: [{{key: \"1\", then: {one}}}, {{key: \"2\", then: {two}}}], "
            + $"on_silence: {{times: {times}, then: {silence}}}, on_wrong_key: {{times: {times}, then: {wrong}}}}}"),
        Target.Select(unanswered => $"{{kind: queue, reason: rdv, unanswered: {unanswered}}}"),
        Target.Select(unanswered => $"{{kind: dial, target: on_call, unanswered: {unanswered}}}"));

    /// <summary>Begins with the word on emergencies; from there on anything goes.</summary>
    public static readonly Gen<string> Text = Gen.Select(Node.Array[1, Names.Length], Target).Select((nodes, giveUp) => $$$"""
        flow: hasard
        version: 1
        languages: [fr]
        start: bonjour
        give_up: {{{giveUp}}}
        max_inputs: 6
        emergency: {key: "0", say: {fr: Restez en ligne.}}
        waiting: {music: attente}
        nodes:
          bonjour: {kind: say, say: {fr: "Urgence : 0 ou le 15."}, then: a}
          humain: {kind: queue, reason: autre, unanswered: message}
          message: {kind: voicemail, say: {fr: Parlez.}, reason: autre, then: fin}
          fin: {kind: hangup, say: {fr: Au revoir.}}
        {{{string.Join('\n', nodes.Select((n, i) => $"  {Names[i]}: {n}"))}}}
        examples:
          - {name: au hasard, at: 2026-09-15T10:00, caller: other, answers: ["0"], expect: emergency}
        """);
}
