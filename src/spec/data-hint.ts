// What rules kept as YAML or JSON look like, for whoever reads of a file that has none.
export const DATA_HINT =
  'rules are a list of {id, text} or of texts, names with either below them, or a prompt: messages of {role, content}';
