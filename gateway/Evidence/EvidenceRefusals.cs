namespace Supervision.Gateway.Evidence;

/// <summary>Refusals about files in words; one method a code.</summary>
internal static class EvidenceRefusals
{
    private const string Kinds = "jpg png webp heic ≤ 10 MiB | pdf docx xlsx ≤ 20 MiB";

    public static Refusal TooLarge(int limit) =>
        new(
            RefusalCode.EvidenceTooLarge,
            null,
            new($"文件超过 {limit >> 20} MiB", $"the file is larger than {limit >> 20} MiB"),
            new(Kinds, Kinds)
        );

    public static Refusal TypeInvalid() =>
        new(
            RefusalCode.EvidenceTypeInvalid,
            "Content-Type",
            new(
                "文件类型不在可上传之列，或内容与所称类型不符",
                "a file of this type is not taken, or the content is not what it is called"
            ),
            new(Kinds, Kinds)
        );

    public static Refusal HashMismatch(string hash) =>
        new(
            RefusalCode.EvidenceHashMismatch,
            "hash",
            new("收到的内容与所报哈希值不符，请重新上传", "what arrived does not have the hash that was given; send it again"),
            new(hash, hash)
        );

    public static Refusal HashInvalid(string field) =>
        Refusals.Invalid(field, "哈希值须为 64 位小写十六进制", "a hash has 64 lower-case hex digits", "SHA-256");

    public static Refusal NotFound() =>
        new(
            RefusalCode.EvidenceNotFound,
            "hash",
            new("该单位没有这份材料，或您无权查看", "the unit has no such file, or it is not yours to read"),
            null
        );

    /// <summary>A command names a file nobody has uploaded.</summary>
    public static Refusal Unknown(string field, string hash) =>
        new(
            RefusalCode.EvidenceUnknown,
            field,
            new($"尚未上传所引用的材料 {hash}", $"the file {hash} was not uploaded for this unit"),
            new("先上传材料，再以新的操作编号提交", "upload the file, then submit under a new operation id")
        );
}
