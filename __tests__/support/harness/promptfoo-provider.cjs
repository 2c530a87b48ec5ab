class Scripted {
  constructor(options) {
    this.providerId = options.id || 'scripted';
    this.label = options.label;
    this.config = options.config || {};
  }
  id() {
    return this.providerId;
  }
  async callApi(prompt) {
    if (prompt.includes('outage')) return { error: 'API error: 503 Service Unavailable' };
    return { output: this.config.reply || `You asked: ${prompt}` };
  }
}
module.exports = Scripted;
