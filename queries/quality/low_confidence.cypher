// Which facts is the extraction not sure of? 低置信度
MATCH (f:Tenure|Event|Programme|Measurement|Tie)
WHERE f.confidence < $below AND f.confidence >= $min_confidence
WITH f, head(labels(f)) AS sort, coalesce(f.earliest, f.first_seen, f.latest_begin, f.latest_end) AS early,
     coalesce(f.latest, f.last_seen, f.earliest_end, f.latest_end) AS late
WHERE ($label IS NULL OR sort = $label)
  AND ($from IS NULL OR late >= date($from))
  AND ($to IS NULL OR early <= date($to))
RETURN sort AS label, f.name AS fact, f.modality AS modality, f.date_text AS date, f.confidence AS confidence,
       f.articles AS articles, f.id AS fact_ids
ORDER BY confidence, label, fact, fact_ids
LIMIT $limit
