import { f as withoutHiddenComments, m as scanBlocks } from "./dist3.js";
/** Byte for byte, several files one after another with a blank line between them. */
function writtenSpec(spec, without = []) {
	const texts = spec.files.map(({ text }) => {
		const body = without.includes("frontMatter") ? withoutFrontMatter(text) : text;
		return without.includes("comments") ? withoutHiddenComments(body) : body;
	});
	return texts.map((text, index) => index === texts.length - 1 ? text : text.replace(/\n*$/, "\n\n")).join("");
}
function withoutFrontMatter(text) {
	const lines = text.split("\n");
	const [first] = scanBlocks(lines).blocks;
	return first?.kind === "frontMatter" ? lines.slice(first.end).join("\n").replace(/^\n+/, "") : text;
}
export { writtenSpec as t };
