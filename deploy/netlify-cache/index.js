// Keeps what builds remember from one build of a branch to its next. Without it, or with a cache that
// the host has thrown away, a build takes longer and makes the same files.
module.exports = {
  onPreBuild: ({ utils }) => utils.cache.restore(".cache"),
  onPostBuild: ({ utils }) => utils.cache.save(".cache"),
};
