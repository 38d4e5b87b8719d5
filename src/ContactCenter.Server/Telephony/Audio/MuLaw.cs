namespace ContactCenter.Server.Telephony.Audio;

/// <summary>G.711 mu-law, the telephone's own coding: 14-bit samples in 8 bits. Source: ITU-T G.711.</summary>
internal static class MuLaw
{
    private const int Bias = 0x84;
    private const int Clip = 32_635;

    public static byte Encode(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), Clip) + Bias;
        var exponent = 31 - System.Numerics.BitOperations.LeadingZeroCount((uint)magnitude) - 7;
        var mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte)((sign | (exponent << 4) | mantissa) ^ 0xFF);
    }

    public static short Decode(byte code)
    {
        var inverted = ~code & 0xFF;
        var magnitude = ((((inverted & 0x0F) << 3) + Bias) << ((inverted >> 4) & 0x07)) - Bias;
        return (short)((inverted & 0x80) != 0 ? -magnitude : magnitude);
    }
}
